package io.kizashi.control.publish;

import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.RulebookStatus.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * All that is known of one rulebook.
 *
 * @param name the rulebook's name
 * @param entries its publications, in the order of the topic
 * @param answers what tasks said of them, in the order of the topic
 */
public record PublishedHistory(String name, List<HistoryEntry> entries, List<TaskAnswer> answers) {
  /** Copies the lists. */
  public PublishedHistory {
    entries = List.copyOf(entries);
    answers = List.copyOf(answers);
  }

  /** The highest version that was ever claimed; 0 where there is none. */
  public long newest() {
    return LongStream.concat(
            entries.stream().mapToLong(HistoryEntry::version),
            answers.stream().mapToLong(TaskAnswer::version))
        .max()
        .orElse(0);
  }

  /** What each task decides by. */
  public VersionInForce inForce() {
    return VersionInForce.of(answers);
  }

  /** Whoever claimed a version first. */
  public Optional<HistoryEntry> holder(long version) {
    return entries.stream().filter(entry -> entry.version() == version).findFirst();
  }

  /** What became of every publication, in their order. */
  public List<Outcome> outcomes() {
    VersionInForce inForce = inForce();
    Set<Long> taken = new HashSet<>();
    List<Outcome> all = new ArrayList<>();
    for (HistoryEntry entry : entries) {
      VersionFate fate = taken.add(entry.version()) ? fate(entry, inForce) : VersionFate.CONFLICT;
      all.add(new Outcome(entry, fate));
    }
    return all;
  }

  /** A publication and what became of it. */
  public record Outcome(HistoryEntry entry, VersionFate fate) {
    boolean good() {
      return fate != VersionFate.CONFLICT && fate != VersionFate.REFUSED;
    }
  }

  private VersionFate fate(HistoryEntry entry, VersionInForce inForce) {
    if (inForce.answers().stream().anyMatch(of(entry))) {
      return VersionFate.IN_FORCE;
    }
    if (refused(entry, Word.BROKEN)) {
      return VersionFate.REFUSED;
    }
    if (refused(entry, Word.CONFLICT)) {
      return VersionFate.CONFLICT;
    }
    return entry.version() < inForce.version() ? VersionFate.REPLACED : VersionFate.UNANSWERED;
  }

  private boolean refused(HistoryEntry entry, Word word) {
    return answers.stream()
        .filter(of(entry))
        .anyMatch(answer -> answer.status().word().equals(word));
  }

  private static Predicate<TaskAnswer> of(HistoryEntry entry) {
    return answer -> answer.status().rulebook().equals(entry.ref());
  }

  /** The newest publication that counts: in force, or soon to be. */
  public Optional<HistoryEntry> head() {
    return good().reduce((a, b) -> a.version() > b.version() ? a : b);
  }

  /** The version by which all customers follow a text, or soon will; empty where they don't. */
  OptionalLong follows(String hash) {
    Optional<HistoryEntry> head = head();
    VersionInForce inForce = inForce();
    boolean same =
        head.isPresent()
            ? head.get().full() && head.get().ref().hash().equals(hash)
            : inForce.agreed()
                && inForce.answers().iterator().next().status().rulebook().hash().equals(hash);
    return same
        ? OptionalLong.of(head.map(HistoryEntry::version).orElse(inForce.version()))
        : OptionalLong.empty();
  }

  /** The newest publication for all customers before the head that an engine can have adopted. */
  Optional<HistoryEntry> previous() {
    long before = head().map(HistoryEntry::version).orElse(0L);
    return good()
        .filter(entry -> entry.full() && entry.version() < before)
        .reduce((a, b) -> a.version() > b.version() ? a : b);
  }

  private Stream<HistoryEntry> good() {
    return outcomes().stream().filter(Outcome::good).map(Outcome::entry);
  }

  /** The text of a version, also where it is known only as what others follow in a rollout. */
  Optional<RulebookDocument> text(long version) {
    Stream<RulebookDocument> bases =
        entries.stream()
            .flatMap(entry -> entry.publication().rollout().stream())
            .map(rollout -> rollout.base());
    return Stream.concat(good().map(entry -> entry.publication().document()), bases)
        .filter(document -> document.version() == version)
        .findFirst();
  }

  /** Refusals, the newest of each publication, in their order. */
  public List<TaskAnswer> refusals() {
    List<TaskAnswer> last = new ArrayList<>();
    for (TaskAnswer answer : answers) {
      if (!answer.status().adopted()) {
        last.removeIf(before -> before.status().rulebook().equals(answer.status().rulebook()));
        last.add(answer);
      }
    }
    return last;
  }
}
