package io.kizashi.flink.control;

import io.kizashi.flink.control.ControlRecord.Kind;
import io.kizashi.language.expression.ExpressionMemory;
import io.kizashi.schema.Control;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.RulebookStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Makes one task's rules of what all tasks left in a checkpoint.
 *
 * <p>All tasks read all records and compile the same, so they agree on what is in force and since
 * when, whatever their number was before. A publication that waited is in force since the latest
 * time at which some task had activated it, else since the time that was proven; so is one that was
 * published while nothing ran.
 */
final class ControlRestore {
  /** No task had proven any time. */
  private static final long UNPROVEN = Long.MIN_VALUE;

  /** None is lower. */
  static final long BEFORE_ALL = -1;

  private final List<ControlRecord> restored;
  private final List<Publication> published;
  private final List<Pause> paused;
  private final ExpressionMemory memory;

  /**
   * Takes what is restored.
   *
   * @param restored what all tasks left in the checkpoint; empty at a first start
   * @param soFar what lies on the topics, of each kind the oldest first
   * @param memory of what is compiled on the way
   */
  ControlRestore(Iterable<ControlRecord> restored, List<Control> soFar, ExpressionMemory memory) {
    this.restored = StreamSupport.stream(restored.spliterator(), false).toList();
    this.published =
        soFar.stream()
            .flatMap(
                it ->
                    it.map(
                        Stream::of,
                        no -> Stream.empty(),
                        no -> Stream.empty(),
                        no -> Stream.empty()))
            .toList();
    this.paused =
        soFar.stream()
            .flatMap(
                it ->
                    it.map(
                        no -> Stream.empty(),
                        Stream::of,
                        no -> Stream.empty(),
                        no -> Stream.empty()))
            .toList();
    this.memory = memory;
  }

  /**
   * The rulebooks that were in force, and the submitted one if it is new. A task that had gone
   * ahead of the others has emitted moments from its time on, so the latest time counts. At a first
   * start the newest that was published stands in the submitted one's place: what the touchpoints'
   * topic holds is judged by it, and not by a text that was replaced long ago.
   *
   * @throws IllegalStateException if one does not compile; whoever submits a job checks that before
   */
  RulesInForce rules(RulebookDocument submitted) {
    List<ControlRecord> activations = of(Kind.ACTIVATION).toList();
    if (activations.isEmpty()) {
      return new RulesInForce(newest(submitted(submitted, Activation.FROM_EVER)));
    }
    RulesInForce rules = new RulesInForce(activation(activations.get(0)));
    for (ControlRecord next : activations.subList(1, activations.size())) {
      rules.adopt(activation(next).since(since(next)));
    }
    Publication last = rules.current().publication();
    boolean other = !last.document().hash().equals(submitted.hash());
    if (last.version() < submitted.version() || (last.offset() == Publication.SUBMITTED && other)) {
      rules.adopt(submitted(submitted, proven()));
    }
    return rules;
  }

  private Activation newest(Activation submitted) {
    return published.stream()
        .filter(it -> it.name().equals(submitted.publication().name()))
        .filter(it -> it.version() > submitted.publication().version())
        .sorted(Comparator.comparingLong(Publication::version).reversed())
        .flatMap(it -> Compiled.of(it, memory).match(Stream::of, bad -> Stream.empty()))
        .findFirst()
        .map(good -> good.since(Activation.FROM_EVER))
        .orElse(submitted);
  }

  /**
   * Takes up what had been received, and what was said since. What waited is compiled here and now:
   * compiled beside the task's thread it would come into force at another time on each task.
   *
   * @return what there is to report
   */
  List<RulebookStatus> resume(RulesInForce rules, PendingPublications pending) {
    of(Kind.PAUSE).forEach(record -> rules.set(pause(record)));
    paused.forEach(rules::set);
    of(Kind.REFUSED).forEach(record -> pending.restoreRefused(publication(record)));
    of(Kind.WAITING).forEach(record -> pending.receive(publication(record), rules.current()));
    List<RulebookStatus> statuses = new ArrayList<>();
    published.stream()
        .filter(it -> it.version() > rules.current().publication().version())
        .forEach(it -> pending.receive(it, rules.current()).ifPresent(statuses::add));
    for (Optional<Publication> next = pending.next(); next.isPresent(); next = pending.next()) {
      statuses.addAll(
          Compiled.of(next.get(), memory)
              .match(
                  good -> {
                    rules.adopt(good.since(since(good.publication(), proven())));
                    return pending.activated(rules.current());
                  },
                  bad -> List.of(pending.refuse(bad.publication(), bad.problems()))));
    }
    statuses.removeIf(RulebookStatus::adopted); // said at the end, of the one in force
    statuses.add(pending.adopted(rules.current()));
    return statuses;
  }

  /** Where the last pause lies that is taken up from its topic. */
  long lastPause() {
    return paused.stream().mapToLong(Pause::offset).max().orElse(BEFORE_ALL);
  }

  private long since(ControlRecord activation) {
    return Math.max(activation.at(), since(publication(activation), activation.at()));
  }

  /** The latest time at which some task put a publication in force. */
  private long since(Publication publication, long otherwise) {
    return of(Kind.SINCE)
        .filter(record -> publication(record).version() == publication.version())
        .mapToLong(ControlRecord::at)
        .max()
        .orElse(otherwise);
  }

  /** How far time was proven. */
  private long proven() {
    return of(Kind.PROVEN).mapToLong(ControlRecord::at).max().orElse(UNPROVEN);
  }

  private Stream<ControlRecord> of(Kind kind) {
    return restored.stream().filter(record -> record.kind() == kind);
  }

  private static Publication publication(ControlRecord record) {
    if (record.control() instanceof Publication publication) {
      return publication;
    }
    throw damaged(record.kind(), record.control());
  }

  private static Pause pause(ControlRecord record) {
    if (record.control() instanceof Pause pause) {
      return pause;
    }
    throw damaged(record.kind(), record.control());
  }

  private static IllegalStateException damaged(Kind kind, Control control) {
    return new IllegalStateException(
        "control state of kind " + kind + " holds " + control + "; restore an older checkpoint");
  }

  private Activation activation(ControlRecord record) {
    // Also of one that was submitted: its name is known by now, so it is compiled as published.
    return activation(Compiled.of(publication(record), memory), record.at());
  }

  private Activation submitted(RulebookDocument document, long since) {
    return activation(Compiled.submitted(document, memory), since);
  }

  private static Activation activation(Compiled compiled, long since) {
    return compiled.match(
        good -> good.since(since),
        bad -> {
          throw new IllegalStateException(
              "the job carries a rulebook that does not compile; check it before submitting:\n"
                  + String.join("", bad.problems()));
        });
  }
}
