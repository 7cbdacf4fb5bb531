package io.kizashi.flink.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Pause;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RulesInForceTest {
  private static final Pause.Target SELL = new Pause.Target("sell", "", "");

  private final RulesInForce rules =
      new RulesInForce(Publications.since(Publications.good(1), Activation.FROM_EVER));

  @Test
  void untilTheyChangeAllCustomersFollowTheFirst() {
    assertThat(rules.isFirst()).isTrue();

    rules.adopt(Publications.since(Publications.good(2), 5));

    assertThat(rules.isFirst()).isFalse();
    assertThat(rules.current().publication().version()).isEqualTo(2);
  }

  @Test
  void theFirstOfARestoreThatForgotOlderOnesIsNotTheFirst() {
    assertThat(new RulesInForce(Publications.since(Publications.good(1), 5)).isFirst()).isFalse();
  }

  @Test
  void aCustomerFollowsAllThatWasInForceInItsOrder() {
    rules.adopt(Publications.since(Publications.good(2), 5));
    rules.adopt(Publications.since(Publications.good(3), 9));

    var succession = rules.of("c/c-1").succession();
    assertThat(succession.rules().ref().version()).isEqualTo(3);
    assertThat(succession.formers()).extracting(term -> term.until()).containsExactly(5L, 9L);
  }

  @Test
  void noMoreAreKeptThanASuccessionHolds() {
    for (int version = 2; version <= 40; version++) {
      rules.adopt(Publications.since(Publications.good(version), version));
    }

    assertThat(rules.activations()).hasSize(17);
    assertThat(rules.of("c/c-1").succession().formers()).hasSize(16);
  }

  @Test
  void aRolloutReachesThePartOfTheCustomersThatItSays() {
    rules.adopt(Publications.since(Publications.rollout(2, 30), 5));

    long reached =
        IntStream.range(0, 1_000)
            .filter(i -> rules.of("c/c-" + i).rules().ref().version() == 2)
            .count();
    assertThat(reached).isBetween(250L, 350L);
  }

  @Test
  void whomARolloutReachesAWiderOneReachesToo() {
    rules.adopt(Publications.since(Publications.rollout(2, 30), 5));
    List<Integer> reached =
        IntStream.range(0, 300)
            .filter(i -> rules.of("c/c-" + i).rules().ref().version() == 2)
            .boxed()
            .toList();

    rules.adopt(Publications.since(Publications.rollout(3, 60), 6));

    assertThat(reached)
        .isNotEmpty()
        .allMatch(i -> rules.of("c/c-" + i).rules().ref().version() == 3);
  }

  @Test
  void aPauseHoldsUntilItsTargetIsResumed() {
    rules.set(new Pause(SELL, true, "kenji", ""));
    rules.set(new Pause(new Pause.Target("", "line", ""), false, "kenji", ""));
    assertThat(rules.of("c/c-1").pauses()).containsExactly(SELL);

    rules.set(new Pause(SELL, false, "kenji", ""));
    assertThat(rules.of("c/c-1").pauses()).isEmpty();
    assertThat(rules.pauses()).isEmpty();
  }

  @Test
  void customersOfOnePathShareTheirSuccession() {
    assertThat(rules.of("c/c-1").succession()).isSameAs(rules.of("c/c-2").succession());
  }
}
