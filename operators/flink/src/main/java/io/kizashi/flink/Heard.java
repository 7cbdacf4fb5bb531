package io.kizashi.flink;

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
 * The publications that one task has heard of and not put in force. Whatever the order in which
 * they come, the highest version that compiles is in force at the end; of two that claim a version
 * the first one on the topic has it, even if it does not compile.
 */
final class Heard {
  private final int task;
  private final int tasks;
  private final NavigableMap<Long, Publication> waiting = new TreeMap<>();
  private final NavigableMap<Long, Publication> refused = new TreeMap<>();

  Heard(int task, int tasks) {
    this.task = task;
    this.tasks = tasks;
  }

  /** What a task says when a publication is in force. */
  RulebookStatus adopted(Reign reign) {
    return status(reign.publication(), Word.ADOPTED, List.of());
  }

  /**
   * Takes note of a publication.
   *
   * @param current what is in force
   * @return what there is to say of it at once
   */
  Optional<RulebookStatus> hear(Publication heard, Reign current) {
    Publication inForce = current.publication();
    if (!heard.name().equals(inForce.name())) {
      return Optional.empty(); // another engine's
    }
    if (heard.version() < inForce.version()) {
      return Optional.of(outdated(heard, inForce));
    }
    Optional<Publication> taken = taken(heard.version(), inForce);
    if (taken.isPresent() && !isSame(taken.get(), heard)) {
      return Optional.of(conflict(heard, taken.get()));
    }
    if (taken.isPresent()) {
      return taken.get().equals(inForce) || heard.version() == inForce.version()
          ? Optional.of(adopted(current))
          : Optional.empty();
    }
    waiting.put(heard.version(), heard);
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

  /** Forgets what is no longer of interest once a reign has begun; says what was passed over. */
  List<RulebookStatus> begin(Reign reign) {
    List<RulebookStatus> statuses = new ArrayList<>();
    Publication inForce = reign.publication();
    Iterator<Publication> passed = waiting.headMap(inForce.version(), true).values().iterator();
    while (passed.hasNext()) {
      Publication lower = passed.next();
      passed.remove();
      if (lower.version() < inForce.version()) {
        statuses.add(outdated(lower, inForce));
      }
    }
    refused.headMap(inForce.version(), true).clear();
    statuses.add(adopted(reign));
    return statuses;
  }

  Collection<Publication> waiting() {
    return waiting.values();
  }

  Collection<Publication> refused() {
    return refused.values();
  }

  /** Remembers what was refused before a restart. */
  void remember(Publication once) {
    refused.put(once.version(), once);
  }

  private RulebookStatus outdated(Publication heard, Publication inForce) {
    return status(
        heard,
        Word.OUTDATED,
        List.of(
            heard.document().file()
                + ": version "
                + heard.version()
                + " comes after version "
                + inForce.version()
                + ", which is in force; publish it as a higher version [outdated]\n"));
  }

  private RulebookStatus conflict(Publication heard, Publication first) {
    return status(
        heard,
        Word.CONFLICT,
        List.of(
            heard.document().file()
                + ": version "
                + heard.version()
                + " was published before"
                + (first.by().isEmpty() ? "" : " by " + first.by())
                + " with another text; publish it as a higher version [conflict]\n"));
  }

  private RulebookStatus status(Publication publication, Word word, List<String> problems) {
    RulebookRef ref =
        new RulebookRef(publication.name(), publication.version(), publication.document().hash());
    return new RulebookStatus(
        publication.document().file(), ref, publication.percent(), word, problems, task, tasks);
  }
}
