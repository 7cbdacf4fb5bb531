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
public record Book(String name, List<Entry> entries, List<Answer> answers) {
  /** Copies the lists. */
  public Book {
    entries = List.copyOf(entries);
    answers = List.copyOf(answers);
  }

  /** The highest version that was ever claimed; 0 where there is none. */
  public long newest() {
    return LongStream.concat(
            entries.stream().mapToLong(Entry::version), answers.stream().mapToLong(Answer::version))
        .max()
        .orElse(0);
  }

  /** What each task decides by. */
  public InForce inForce() {
    return InForce.of(answers);
  }

  /** Whoever claimed a version first. */
  public Optional<Entry> holder(long version) {
    return entries.stream().filter(entry -> entry.version() == version).findFirst();
  }

  /** What became of every publication, in their order. */
  public List<Outcome> outcomes() {
    InForce inForce = inForce();
    Set<Long> taken = new HashSet<>();
    List<Outcome> all = new ArrayList<>();
    for (Entry entry : entries) {
      Fate fate = taken.add(entry.version()) ? fate(entry, inForce) : Fate.CONFLICT;
      all.add(new Outcome(entry, fate));
    }
    return all;
  }

  /** A publication and what became of it. */
  public record Outcome(Entry entry, Fate fate) {
    boolean good() {
      return fate != Fate.CONFLICT && fate != Fate.REFUSED;
    }
  }

  private Fate fate(Entry entry, InForce inForce) {
    if (inForce.answers().stream().anyMatch(of(entry))) {
      return Fate.IN_FORCE;
    }
    if (refused(entry, Word.BROKEN)) {
      return Fate.REFUSED;
    }
    if (refused(entry, Word.CONFLICT)) {
      return Fate.CONFLICT;
    }
    return entry.version() < inForce.version() ? Fate.REPLACED : Fate.UNANSWERED;
  }

  private boolean refused(Entry entry, Word word) {
    return answers.stream()
        .filter(of(entry))
        .anyMatch(answer -> answer.status().word().equals(word));
  }

  private static Predicate<Answer> of(Entry entry) {
    return answer -> answer.status().rulebook().equals(entry.ref());
  }

  /** The newest publication that counts: in force, or soon to be. */
  Optional<Entry> head() {
    return good().reduce((a, b) -> a.version() > b.version() ? a : b);
  }

  /** The version by which all customers follow a text, or soon will; empty where they don't. */
  OptionalLong follows(String hash) {
    Optional<Entry> head = head();
    InForce inForce = inForce();
    boolean same =
        head.isPresent()
            ? head.get().full() && head.get().ref().hash().equals(hash)
            : inForce.agreed()
                && inForce.answers().iterator().next().status().rulebook().hash().equals(hash);
    return same
        ? OptionalLong.of(head.map(Entry::version).orElse(inForce.version()))
        : OptionalLong.empty();
  }

  /** The newest publication for all customers before the head that an engine can have adopted. */
  Optional<Entry> previous() {
    long before = head().map(Entry::version).orElse(0L);
    return good()
        .filter(entry -> entry.full() && entry.version() < before)
        .reduce((a, b) -> a.version() > b.version() ? a : b);
  }

  private Stream<Entry> good() {
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
  public List<Answer> refusals() {
    List<Answer> last = new ArrayList<>();
    for (Answer answer : answers) {
      if (!answer.status().adopted()) {
        last.removeIf(before -> before.status().rulebook().equals(answer.status().rulebook()));
        last.add(answer);
      }
    }
    return last;
  }
}
