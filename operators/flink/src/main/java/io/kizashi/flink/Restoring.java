package io.kizashi.flink;

import io.kizashi.core.expression.ExpressionMemory;
import io.kizashi.flink.Memory.Kind;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes of what all tasks remembered what one task goes on with. */
final class Restoring {
  private Restoring() {}

  /**
   * The rulebooks that were in force, and the submitted one if it is new. Every customer of a task
   * that had gone ahead of others has its moments from there, so the latest change counts.
   *
   * @throws IllegalStateException if one does not compile; whoever submits a job checks that before
   */
  static RulesInForce rules(RulebookDocument submitted, Iterable<Memory> restored) {
    List<Memory> reigns = of(Kind.REIGN, restored).toList();
    if (reigns.isEmpty()) {
      return new RulesInForce(submitted(submitted, Long.MIN_VALUE));
    }
    RulesInForce rules = new RulesInForce(reign(reigns.get(0)));
    for (Memory memory : reigns.subList(1, reigns.size())) {
      rules.adopt(reign(memory).since(since(memory, restored)));
    }
    Publication last = rules.current().publication();
    boolean other = !last.document().hash().equals(submitted.hash());
    if (last.version() < submitted.version() || (last.offset() == Publication.SUBMITTED && other)) {
      rules.adopt(submitted(submitted, now(restored)));
    }
    return rules;
  }

  /** Takes up again what was heard: nothing of it may be put in force later than by other tasks. */
  static void restore(Iterable<Memory> restored, RulesInForce rules, Heard heard) {
    of(Kind.PAUSE, restored).forEach(memory -> rules.hear((Pause) memory.control()));
    of(Kind.TAKEN, restored).forEach(memory -> heard.remember((Publication) memory.control()));
    of(Kind.WAITING, restored)
        .forEach(memory -> heard.hear((Publication) memory.control(), rules.current()));
    for (Optional<Publication> next = heard.next(); next.isPresent(); next = heard.next()) {
      Compiled compiled = Compiled.of(next.get(), new ExpressionMemory());
      if (compiled instanceof Compiled.Good good) {
        rules.adopt(
            new Reign(good.publication(), good.rules(), good.base(), since(next.get(), restored)));
        heard.begin(rules.current());
      } else if (compiled instanceof Compiled.Bad bad) {
        heard.refuse(bad.publication(), bad.problems());
      }
    }
  }

  private static long since(Memory reign, Iterable<Memory> restored) {
    return Math.max(reign.at(), since((Publication) reign.control(), restored, reign.at()));
  }

  private static long since(Publication publication, Iterable<Memory> restored) {
    return since(publication, restored, now(restored));
  }

  /** The latest time at which some task put a publication in force. */
  private static long since(Publication publication, Iterable<Memory> restored, long otherwise) {
    return of(Kind.SINCE, restored)
        .filter(memory -> ((Publication) memory.control()).version() == publication.version())
        .mapToLong(Memory::at)
        .max()
        .orElse(otherwise);
  }

  /** How far time was proven. */
  private static long now(Iterable<Memory> restored) {
    return of(Kind.NOW, restored).mapToLong(Memory::at).max().orElse(Long.MIN_VALUE);
  }

  private static Stream<Memory> of(Kind kind, Iterable<Memory> restored) {
    return StreamSupport.stream(restored.spliterator(), false)
        .filter(memory -> memory.kind() == kind);
  }

  private static Reign reign(Memory memory) {
    Publication publication = (Publication) memory.control();
    // What was submitted in another life is as good as published: it was in force.
    return reign(Compiled.of(publication, new ExpressionMemory()), memory.at());
  }

  private static Reign submitted(RulebookDocument document, long since) {
    return reign(Compiled.submitted(document), since);
  }

  private static Reign reign(Compiled compiled, long since) {
    if (compiled instanceof Compiled.Good good) {
      return new Reign(good.publication(), good.rules(), good.base(), since);
    }
    throw new IllegalStateException(
        "the job carries a rulebook that does not compile; check it before submitting:\n"
            + String.join("", ((Compiled.Bad) compiled).problems()));
  }
}
