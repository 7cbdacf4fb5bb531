package io.kizashi.core.detect;

import static io.kizashi.core.CustomerWorld.at;
import static io.kizashi.core.CustomerWorld.rules;
import static io.kizashi.core.CustomerWorld.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.CustomerWorld;
import io.kizashi.core.detect.Attempt.Outcome;
import io.kizashi.core.rules.MomentRule.Pattern;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How one run from the first touchpoint ends. */
final class AttemptTest {
  private static Outcome run(String pattern, Touchpoint... touchpoints) {
    Rules rules =
        rules(
            """
            rulebook: r
            disorder: 10s
            moments:
              m:
                kind: drop_off
            %s
            """
                .formatted(pattern.indent(4)));
    World world = CustomerWorld.of(rules, touchpoints);
    Pattern steps = rules.moment("m").orElseThrow().pattern();
    return Attempt.run(world, steps, new Fits(world, steps), new FinalSilences(), 0);
  }

  private static final String BOUGHT = "pattern: [ { event: view }, { event: order, within: 1m } ]";

  private static final String SILENT = "pattern: [ { event: view }, { absence: order, for: 1m } ]";

  @Test
  void aStepTakesTheFirstFitAndNeverAnother() {
    Match match =
        run(BOUGHT, at(0, "view", "a"), at(10, "order", "b"), at(20, "order", "c"))
            .complete()
            .orElseThrow();
    assertThat(match.events()).extracting(it -> it.touchpoint().id()).isEqualTo(List.of("a", "b"));
    assertThat(match.byDeadline()).isFalse();
  }

  @Test
  void whatAStepAwaitsMayComeInTheLastInstantOfItsTime() {
    assertThat(run(BOUGHT, at(0, "view", "a"), at(60, "order", "b")).complete()).isPresent();
    assertThat(run(BOUGHT, at(0, "view", "a"), at(61, "order", "b")).complete()).isEmpty();
  }

  @Test
  void aStepThatNothingMeetsWaitsUpToItsLimit() {
    Outcome outcome = run(BOUGHT, at(0, "view", "a"));
    assertThat(outcome.complete()).isEmpty();
    assertThat(outcome).isInstanceOf(Attempt.Waiting.class);
    assertThat(outcome.end()).isEqualTo(Position.after(time(60)));
  }

  @Test
  void anAttemptWithoutLimitIsNotWaitedForByTime() {
    Outcome outcome = run("pattern: [ { event: view }, { event: order } ]", at(0, "view", "a"));
    assertThat(outcome.complete()).isEmpty();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Attempt.Waiting.class, waiting -> assertThat(waiting.isLimited()).isFalse());
  }

  @Test
  void aSilenceIsBelievedOnceAllHasArrivedThatMayBreakIt() {
    Match match = run(SILENT, at(0, "view", "a")).complete().orElseThrow();
    assertThat(match.byDeadline()).isTrue();
    assertThat(match.detectedAt()).isEqualTo(time(60));
    assertThat(match.judgeAt()).isEqualTo(time(70));
  }

  @Test
  void aTouchpointAtTheDeadlineBreaksTheSilence() {
    Outcome outcome = run(SILENT, at(0, "view", "a"), at(60, "order", "b"));
    assertThat(outcome.complete()).isEmpty();
    assertThat(outcome.end()).isEqualTo(at(60, "order", "b").position());
  }

  @Test
  void anExceptionBeforeTheEndSpoilsTheRun() {
    String unless = BOUGHT + "\nunless: { event: refund }";
    Touchpoint order = at(10, "order", "c");
    assertThat(run(unless, at(0, "view", "a"), at(5, "refund", "b"), order).complete()).isEmpty();
    assertThat(run(unless, at(0, "view", "a"), order, at(15, "refund", "d")).complete())
        .isPresent();
  }
}
