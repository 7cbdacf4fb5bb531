package io.kizashi.flink.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.flink.control.ControlRecord.Kind;
import io.kizashi.language.expression.ExpressionMemory;
import io.kizashi.schema.Control;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookStatus;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlRestoreTest {
  private static final Pause PAUSE = new Pause(new Pause.Target("sell", "", ""), true, "kenji", "");

  private final PendingPublications pending = new PendingPublications(0, 1);
  private List<Control> soFar = List.of();
  private List<RulebookStatus> statuses = List.of();

  @Test
  void withoutACheckpointTheSubmittedOneHoldsFromEver() {
    RulesInForce rules = restored(1);

    assertThat(rules.isFirst()).isTrue();
    assertThat(versions(rules)).containsExactly(1L);
  }

  @Test
  void whatWasInForceGoesOnAndTheSameSubmittedAgainChangesNothing() {
    RulesInForce rules =
        restored(
            1,
            at(Kind.ACTIVATION, Activation.FROM_EVER, Publications.good(1)),
            at(Kind.ACTIVATION, 50, Publications.good(2)));

    assertThat(versions(rules)).containsExactly(1L, 2L);
    assertThat(rules.current().since()).isEqualTo(50);
  }

  @Test
  void aHigherVersionThatIsSubmittedComesIntoForceAtTheProvenTime() {
    RulesInForce rules =
        restored(
            2,
            at(Kind.ACTIVATION, Activation.FROM_EVER, Publications.good(1)),
            at(Kind.PROVEN, 70, Publications.good(1)));

    assertThat(versions(rules)).containsExactly(1L, 2L);
    assertThat(rules.current().since()).isEqualTo(70);
  }

  @Test
  void theLatestTaskSaysSinceWhenAVersionHolds() {
    RulesInForce rules =
        restored(
            1,
            at(Kind.SINCE, 50, Publications.good(2)),
            at(Kind.ACTIVATION, Activation.FROM_EVER, Publications.good(1)),
            at(Kind.ACTIVATION, 50, Publications.good(2)),
            at(Kind.SINCE, 60, Publications.good(2)));

    assertThat(rules.current().since()).isEqualTo(60);
  }

  @Test
  void whatWaitedIsInForceSinceTheTaskThatHadItOrElseSinceTheProvenTime() {
    ControlRecord first = at(Kind.ACTIVATION, Activation.FROM_EVER, Publications.good(1));
    ControlRecord waiting = at(Kind.WAITING, 70, Publications.good(2));
    ControlRecord proven = at(Kind.PROVEN, 70, Publications.good(1));

    assertThat(restored(1, first, waiting, proven).current().since()).isEqualTo(70);
    assertThat(
            restored(1, first, waiting, proven, at(Kind.SINCE, 65, Publications.good(2)))
                .current()
                .since())
        .isEqualTo(65);
  }

  @Test
  void ofThoseThatWaitedTheHighestThatCompilesIsInForceAndNoneWaitsAnyMore() {
    RulesInForce rules =
        restored(
            1,
            at(Kind.ACTIVATION, Activation.FROM_EVER, Publications.good(1)),
            at(Kind.PROVEN, 70, Publications.good(1)),
            at(Kind.WAITING, 70, Publications.good(2)),
            at(Kind.WAITING, 70, Publications.good(3)),
            at(Kind.WAITING, 70, Publications.bad(4)));

    assertThat(versions(rules)).containsExactly(1L, 3L);
    assertThat(pending.waiting()).isEmpty();
    assertThat(pending.refused()).extracting(Publication::version).containsExactly(4L);
  }

  @Test
  void refusedVersionsAndPausesAreTakenUp() {
    RulesInForce rules =
        restored(
            1,
            at(Kind.ACTIVATION, Activation.FROM_EVER, Publications.good(1)),
            at(Kind.REFUSED, 70, Publications.bad(2)),
            at(Kind.PAUSE, 70, PAUSE));

    assertThat(pending.refused()).extracting(Publication::version).containsExactly(2L);
    assertThat(rules.of("c/c-1").pauses()).containsExactly(PAUSE.target());
  }

  @Test
  void atAFirstStartTheNewestThatWasPublishedHoldsFromEver() {
    soFar = List.of(Publications.good(2), Publications.good(3), Publications.bad(4));

    RulesInForce rules = restored(1);

    assertThat(rules.isFirst()).isTrue();
    assertThat(versions(rules)).containsExactly(3L);
    assertThat(said()).containsExactly("BROKEN 4", "ADOPTED 3");
  }

  @Test
  void whatWasPublishedMeanwhileIsInForceSinceTheProvenTimeAndWhatWasBeforeIsNotSaidAgain() {
    soFar = List.of(Publications.good(1), Publications.good(2), Publications.good(3));

    RulesInForce rules =
        restored(
            1,
            at(Kind.ACTIVATION, Activation.FROM_EVER, Publications.good(2)),
            at(Kind.PROVEN, 70, Publications.good(2)));

    assertThat(versions(rules)).containsExactly(2L, 3L);
    assertThat(rules.current().since()).isEqualTo(70);
    assertThat(said()).containsExactly("ADOPTED 3");
  }

  @Test
  void anotherEnginesPublicationsChangeNothing() {
    soFar = List.of(Publications.named("bank", 7));

    assertThat(versions(restored(1))).containsExactly(1L);
  }

  @Test
  void theLastWordOnATargetCountsWhateverTheCheckpointHeld() {
    soFar = List.of(paused(true, 3), paused(false, 5));

    RulesInForce rules =
        restored(
            1,
            at(Kind.ACTIVATION, Activation.FROM_EVER, Publications.good(1)),
            at(Kind.PAUSE, 70, PAUSE));

    assertThat(rules.of("c/c-1").pauses()).isEmpty();
  }

  @Test
  void aRulebookThatDoesNotCompileStopsTheRestore() {
    assertThatThrownBy(() -> restored(1, at(Kind.ACTIVATION, 0, Publications.bad(1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not compile");
  }

  @Test
  void anEntryOfOneKindWithTheControlOfAnotherStopsTheRestore() {
    assertThatThrownBy(() -> restored(1, at(Kind.ACTIVATION, 0, PAUSE)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("restore an older checkpoint");
  }

  @Test
  void everyKindHasTheNumberThatSavepointsHold() {
    assertThat(Arrays.stream(Kind.values()).map(kind -> kind.code() + " " + kind))
        .containsExactly(
            "1 ACTIVATION", "2 WAITING", "3 REFUSED", "4 PAUSE", "5 SINCE", "6 PROVEN");
    assertThatThrownBy(() -> Kind.of(7))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("restore with the one that wrote it");
  }

  private RulesInForce restored(long submitted, ControlRecord... records) {
    ControlRestore restore = new ControlRestore(List.of(records), soFar, new ExpressionMemory());
    RulesInForce rules = restore.rules(Publications.submitted(submitted));
    statuses = restore.resume(rules, pending);
    return rules;
  }

  private List<String> said() {
    return statuses.stream().map(it -> it.word() + " " + it.rulebook().version()).toList();
  }

  private static Pause paused(boolean paused, long offset) {
    return new Pause(PAUSE.target(), paused, "kenji", "", offset);
  }

  private static ControlRecord at(Kind kind, long time, Control control) {
    return new ControlRecord(kind, time, control);
  }

  private static List<Long> versions(RulesInForce rules) {
    return rules.activations().stream().map(it -> it.publication().version()).toList();
  }
}
