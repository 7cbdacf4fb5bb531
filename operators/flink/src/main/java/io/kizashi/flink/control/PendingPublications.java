package io.kizashi.flink.control;

import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookRef;
import io.kizashi.schema.RulebookStatus;
import io.kizashi.schema.RulebookStatus.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The publications that one task has received and not put in force. Whatever the order in which
 * they come, the highest version that compiles is in force at the end; of two that claim a version
 * the first one on the topic has it, even if it does not compile.
 */
final class PendingPublications {
  private final int task;
  private final int tasks;
  private final NavigableMap<Long, Publication> waiting = new TreeMap<>();
  private final NavigableMap<Long, Publication> refused = new TreeMap<>();

  PendingPublications(int task, int tasks) {
    this.task = task;
    this.tasks = tasks;
  }

  /** What a task reports when a publication is in force. */
  RulebookStatus adopted(Activation activation) {
    return status(activation.publication(), Word.ADOPTED, List.of());
  }

  /**
   * Takes in a publication.
   *
   * @param current what is in force
   * @return what there is to report of it at once
   */
  Optional<RulebookStatus> receive(Publication received, Activation current) {
    Publication inForce = current.publication();
    if (!received.name().equals(inForce.name())) {
      return Optional.empty(); // another engine's
    }
    if (received.version() < inForce.version()) {
      return Optional.of(outdated(received, inForce));
    }
    Optional<Publication> taken = taken(received.version(), inForce);
    if (taken.isPresent() && !isSame(taken.get(), received)) {
      return Optional.of(conflict(received, taken.get()));
    }
    if (taken.isPresent()) {
      return taken.get().equals(inForce) || received.version() == inForce.version()
          ? Optional.of(adopted(current))
          : Optional.empty();
    }
    waiting.put(received.version(), received);
    return Optional.empty();
  }

  private Optional<Publication> taken(long version, Publication inForce) {
    if (version == inForce.version()) {
      return Optional.of(inForce);
    }
    return Optional.ofNullable(waiting.get(version))
        .or(() -> Optional.ofNullable(refused.get(version)));
  }

  private static boolean isSame(Publication some, Publication other) {
    return some.document().hash().equals(other.document().hash())
        && some.percent() == other.percent();
  }

  /** The publication to compile next: the highest one. */
  Optional<Publication> next() {
    return Optional.ofNullable(waiting.lastEntry()).map(entry -> entry.getValue());
  }

  /** Takes note that a publication is refused; lower ones may still be good. */
  RulebookStatus refuse(Publication publication, List<String> problems) {
    waiting.remove(publication.version());
    refused.put(publication.version(), publication);
    return status(publication, Word.BROKEN, problems);
  }

  /**
   * Drops what a publication that has come into force leaves behind.
   *
   * @return what there is to report of it, and of those that it passed over
   */
  List<RulebookStatus> activated(Activation activation) {
    List<RulebookStatus> statuses = new ArrayList<>();
    Publication inForce = activation.publication();
    Iterator<Publication> passed = waiting.headMap(inForce.version(), true).values().iterator();
    while (passed.hasNext()) {
      Publication lower = passed.next();
      passed.remove();
      if (lower.version() < inForce.version()) {
        statuses.add(outdated(lower, inForce));
      }
    }
    refused.headMap(inForce.version(), true).clear();
    statuses.add(adopted(activation));
    return statuses;
  }

  Collection<Publication> waiting() {
    return waiting.values();
  }

  Collection<Publication> refused() {
    return refused.values();
  }

  /** Takes up what was refused before a restart: its version stays taken. */
  void restoreRefused(Publication publication) {
    refused.put(publication.version(), publication);
  }

  private RulebookStatus outdated(Publication received, Publication inForce) {
    return status(
        received,
        Word.OUTDATED,
        List.of(
            received.document().file()
                + ": version "
                + received.version()
                + " comes after version "
                + inForce.version()
                + ", which is in force; publish it as a higher version [outdated]\n"));
  }

  private RulebookStatus conflict(Publication received, Publication first) {
    return status(
        received,
        Word.CONFLICT,
        List.of(
            received.document().file()
                + ": version "
                + received.version()
                + " was published before"
                + (first.by().isEmpty() ? "" : " by " + first.by())
                + " with another text; publish it as a higher version [conflict]\n"));
  }

  private RulebookStatus status(Publication publication, Word word, List<String> problems) {
    RulebookRef ref =
        new RulebookRef(publication.name(), publication.version(), publication.document().hash());
    return new RulebookStatus(
        Shortened.text(publication.document().file()),
        ref,
        publication.percent(),
        word,
        Shortened.problems(problems),
        task,
        tasks);
  }
}
