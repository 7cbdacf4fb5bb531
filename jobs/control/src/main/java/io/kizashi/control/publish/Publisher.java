package io.kizashi.control.publish;

import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Publication;
import java.time.Duration;
import java.util.OptionalLong;

/** Publishes rulebooks, and waits for what the engine says. */
public final class Publisher implements AutoCloseable {
  /** Version 1 travels with the job. */
  private static final long FIRST = 2;

  private static final Duration LISTEN = Duration.ofMillis(50);

  private final RulebookTopic ledger;
  private final RulebookWriter writer;
  private final Duration patience;

  /**
   * Connects.
   *
   * @param patience how long all tasks may take to answer
   * @throws io.kizashi.terminal.EnvironmentFault if the broker or a topic is not there
   */
  public Publisher(Site site, Duration patience) {
    this.ledger = new RulebookTopic(site);
    this.writer = new RulebookWriter(site);
    this.patience = patience;
  }

  /** What has been published so far. */
  public RulebookTopic ledger() {
    return ledger;
  }

  /** Publishes a text for all customers, unless it is the one that they follow already. */
  public PublishResult publishChange(Draft draft) {
    ledger.refresh();
    OptionalLong same = ledger.book(draft.name()).follows(draft.as(FIRST).document().hash());
    return same.isPresent()
        ? new PublishResult.Unchanged(draft.as(same.getAsLong()))
        : publish(draft);
  }

  /** Publishes a text as the next version. */
  public PublishResult publish(Draft draft) {
    ledger.refresh();
    long newest = ledger.book(draft.name()).newest();
    return publish(draft.as(Math.max(FIRST, newest + 1)));
  }

  /**
   * Publishes a text as the next version, again where somebody else was faster.
   *
   * @param most tries
   * @return what came of the last
   */
  public PublishResult publishAgain(Draft draft, PublishResult first, int most) {
    PublishResult last = first;
    for (int tries = 1; tries < most && last instanceof PublishResult.Conflict; tries++) {
      last = publish(draft);
    }
    return last;
  }

  /** Publishes a text as the version after another: a conflict if there is a higher one. */
  public PublishResult publishAfter(long version, Draft draft) {
    return publish(draft.as(version + 1));
  }

  private PublishResult publish(Publication publication) {
    long start = System.nanoTime();
    long offset = writer.write(Site.RULEBOOKS, publication.key(), ControlJson.encode(publication));
    ledger.refresh();
    HistoryEntry holder =
        ledger.book(publication.name()).holder(publication.version()).orElseThrow();
    if (holder.publication().offset() != offset && !holder.same(publication)) {
      return new PublishResult.Conflict(publication, holder);
    }
    RollCall answers = awaitAnswers(holder, start);
    if (!answers.complete()) {
      return new PublishResult.Silent(publication, answers, patience);
    }
    if (!answers.refusals().isEmpty()) {
      return new PublishResult.Refused(publication, answers);
    }
    return answers.overtaken()
        ? new PublishResult.Overtaken(publication, answers.highest())
        : new PublishResult.Adopted(
            publication, answers.tasks(), Duration.ofNanos(System.nanoTime() - start));
  }

  private RollCall awaitAnswers(HistoryEntry asked, long start) {
    while (true) {
      RollCall answers =
          RollCall.of(asked.ref(), ledger.book(asked.publication().name()).answers());
      if (answers.complete() || System.nanoTime() - start > patience.toNanos()) {
        return answers;
      }
      ledger.listen(LISTEN);
    }
  }

  @Override
  public void close() {
    writer.close();
    ledger.close();
  }
}
