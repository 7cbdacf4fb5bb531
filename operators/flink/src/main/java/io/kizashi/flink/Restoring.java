package io.kizashi.flink;

import io.kizashi.flink.Memory.Kind;
import io.kizashi.language.expression.ExpressionMemory;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes of what all tasks remembered what one task goes on with. */
final class Restoring {
  private final List<Memory> restored;
  private final ExpressionMemory memory;

  /**
   * What is restored.
   *
   * @param restored what all tasks remembered; empty at a first start
   * @param memory of what is compiled on the way
   */
  Restoring(Iterable<Memory> restored, ExpressionMemory memory) {
    this.restored = StreamSupport.stream(restored.spliterator(), false).toList();
    this.memory = memory;
  }

  /**
   * The rulebooks that were in force, and the submitted one if it is new. Every customer of a task
   * that had gone ahead of others has its moments from there, so the latest change counts.
   *
   * @throws IllegalStateException if one does not compile; whoever submits a job checks that before
   */
  RulesInForce rules(RulebookDocument submitted) {
    List<Memory> reigns = of(Kind.REIGN).toList();
    if (reigns.isEmpty()) {
      return new RulesInForce(submitted(submitted, Long.MIN_VALUE));
    }
    RulesInForce rules = new RulesInForce(reign(reigns.get(0)));
    for (Memory reign : reigns.subList(1, reigns.size())) {
      rules.adopt(reign(reign).since(since(reign)));
    }
    Publication last = rules.current().publication();
    boolean other = !last.document().hash().equals(submitted.hash());
    if (last.version() < submitted.version() || (last.offset() == Publication.SUBMITTED && other)) {
      rules.adopt(submitted(submitted, now()));
    }
    return rules;
  }

  /** Takes up again what was heard: nothing of it may be put in force later than by other tasks. */
  void resume(RulesInForce rules, Heard heard) {
    of(Kind.PAUSE).forEach(known -> rules.hear((Pause) known.control()));
    of(Kind.TAKEN).forEach(known -> heard.remember((Publication) known.control()));
    of(Kind.WAITING).forEach(known -> heard.hear((Publication) known.control(), rules.current()));
    for (Optional<Publication> next = heard.next(); next.isPresent(); next = heard.next()) {
      Compiled compiled = Compiled.of(next.get(), memory);
      if (compiled instanceof Compiled.Good good) {
        rules.adopt(new Reign(good.publication(), good.rules(), good.base(), since(next.get())));
        heard.begin(rules.current());
      } else if (compiled instanceof Compiled.Bad bad) {
        heard.refuse(bad.publication(), bad.problems());
      }
    }
  }

  private long since(Memory reign) {
    return Math.max(reign.at(), since((Publication) reign.control(), reign.at()));
  }

  private long since(Publication publication) {
    return since(publication, now());
  }

  /** The latest time at which some task put a publication in force. */
  private long since(Publication publication, long otherwise) {
    return of(Kind.SINCE)
        .filter(known -> ((Publication) known.control()).version() == publication.version())
        .mapToLong(Memory::at)
        .max()
        .orElse(otherwise);
  }

  /** How far time was proven. */
  private long now() {
    return of(Kind.NOW).mapToLong(Memory::at).max().orElse(Long.MIN_VALUE);
  }

  private Stream<Memory> of(Kind kind) {
    return restored.stream().filter(known -> known.kind() == kind);
  }

  private Reign reign(Memory known) {
    Publication publication = (Publication) known.control();
    // What was submitted in another life is as good as published: it was in force.
    return reign(Compiled.of(publication, memory), known.at());
  }

  private Reign submitted(RulebookDocument document, long since) {
    return reign(Compiled.submitted(document, memory), since);
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
