package io.kizashi.flink;

import static io.kizashi.flink.Records.MINUTE;
import static io.kizashi.flink.Records.TEN;
import static io.kizashi.flink.Records.arrived;
import static io.kizashi.flink.Records.cart;
import static io.kizashi.flink.Records.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.schema.Pause;
import io.kizashi.schema.Publication;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonsOperatorTest {
  private static final long DISORDER = 10_000;
  private static final long DEADLINE = TEN + 30 * MINUTE;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSilentCustomersDeadlineLeadsToARecommendation(boolean restless) throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), restless)) {
      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 1));
      persons.proven(DEADLINE + DISORDER - 1);
      assertThat(persons.recommendations()).isEmpty();

      persons.proven(DEADLINE + DISORDER);

      assertThat(persons.moments())
          .singleElement()
          .asString()
          .startsWith("io.kizashi.moment.detected")
          .contains("cart_abandoned", "2026-03-01T10:30:00.000Z");
      assertThat(persons.recommendations())
          .singleElement()
          .asString()
          .startsWith("io.kizashi.recommendation.issued")
          .contains("cart_rescue", "\"customer\":\"c-1\"");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anOrderInTimePreventsIt(boolean restless) throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), restless)) {
      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 1));
      persons.touchpoint(arrived(order("e-2", "c-1", TEN + MINUTE), 2));
      persons.touchpoint(arrived(cart("e-3", "c-2", TEN), 3));
      persons.proven(Long.MAX_VALUE);

      assertThat(persons.moments()).singleElement().asString().contains("c-2");
      assertThat(persons.counted()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCustomerNeverHasMoreThanOneTimer(boolean restless) throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), restless)) {
      for (int i = 0; i < 5; i++) {
        persons.touchpoint(arrived(cart("e-" + i, "c-1", TEN + i * MINUTE), i));
        assertThat(persons.timers()).isEqualTo(1);
      }
      persons.proven(Long.MAX_VALUE);

      assertThat(persons.timers()).isZero();
      assertThat(persons.states()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theSameIdTwiceIsOneTouchpoint(boolean restless) throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), restless)) {
      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 1));
      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 2));
      persons.proven(Long.MAX_VALUE);

      assertThat(persons.recommendations()).hasSize(1);
      assertThat(persons.counted()).isEqualTo(2);
    }
  }

  @Test
  void aTouchpointOlderThanWhatIsRetainedIsRejectedAsTooLate() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), false)) {
      long yearAgo = TEN - 366L * 24 * 60 * MINUTE;
      persons.proven(TEN);
      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 1));
      persons.touchpoint(arrived(cart("e-0", "c-1", yearAgo), 2));

      assertThat(persons.rejected())
          .singleElement()
          .asString()
          .contains("\"code\":\"too_late\"", "\"where\":\"/time\"", "\"offset\":2");
      assertThat(persons.counted()).isEqualTo(2);
    }
  }

  @Test
  void theControlInputNeitherProvesTimeNorHoldsItBack() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), false)) {
      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 1));
      persons.controlProven(Long.MAX_VALUE);
      assertThat(persons.moments()).isEmpty();

      persons.proven(DEADLINE + DISORDER);
      assertThat(persons.moments()).hasSize(1);
    }
  }

  @Test
  void theSubmittedRulebookIsReportedAsAdopted() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), false)) {
      assertThat(persons.statuses())
          .singleElement()
          .asString()
          .startsWith("io.kizashi.rulebook.adopted")
          .contains("\"name\":\"retail\"", "\"version\":1", "\"task\":0");
    }
  }

  @Test
  void aSubmittedRulebookThatDoesNotCompileFailsWithItsProblems() {
    assertThatThrownBy(() -> new Persons(Records.brokenRulebook(1), false))
        .hasStackTraceContaining("rulebook.yaml:2:1: error");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aHigherVersionIsAdoptedAndSurvivesARestart(boolean restless) throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), restless)) {
      persons.control(Records.quickRulebook(2));
      assertThat(persons.statuses()).last().asString().contains("adopted", "\"version\":2");

      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 1));
      persons.proven(TEN + 5 * MINUTE + DISORDER);

      assertThat(persons.moments()).singleElement().asString().contains("\"version\":2");
    }
  }

  @Test
  void aRefusedVersionLeavesTheLastGoodOneInForce() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), false)) {
      persons.control(Records.brokenRulebook(2));
      assertThat(persons.statuses())
          .last()
          .asString()
          .startsWith("io.kizashi.rulebook.refused")
          .contains("\"version\":2", "momets");

      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 1));
      persons.proven(Long.MAX_VALUE);
      assertThat(persons.moments()).singleElement().asString().contains("\"version\":1");
    }
  }

  @Test
  void anOutdatedVersionIsRefused() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(3), false)) {
      persons.statuses();

      persons.control(Records.quickRulebook(2));

      assertThat(persons.statuses()).singleElement().asString().contains("outdated");
    }
  }

  @Test
  void theVersionInForcePublishedAgainIsReportedAgain() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(3), false)) {
      persons.statuses();

      persons.control(Records.rulebook(3));

      assertThat(persons.statuses()).singleElement().asString().contains("rulebook.adopted");
    }
  }

  @Test
  void anotherTextUnderTheVersionInForceIsAConflict() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(3), false)) {
      persons.statuses();

      persons.control(Records.quickRulebook(3));

      assertThat(persons.statuses())
          .singleElement()
          .asString()
          .contains("rulebook.refused", "[conflict]");
    }
  }

  @Test
  void aNewlySubmittedRulebookOfTheSameVersionReplacesTheRestoredOne() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), false)) {
      persons.restartWith(Records.quickRulebook(1));

      assertThat(persons.statuses())
          .last()
          .asString()
          .contains(Records.quickRulebook(1).document().hash());
    }
  }

  @Test
  void whateverTheOrderTheHighestVersionThatCompilesIsInForce() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), false)) {
      persons.control(
          Records.quickRulebook(4),
          Records.brokenRulebook(6),
          Records.rulebook(2),
          Records.rulebook(5),
          Records.brokenRulebook(7));
      assertThat(persons.statuses())
          .anyMatch(said -> said.contains("adopted") && said.contains("\"version\":5"))
          .anyMatch(said -> said.contains("broken") && said.contains("\"version\":6"))
          .anyMatch(said -> said.contains("broken") && said.contains("\"version\":7"))
          .anyMatch(said -> said.contains("outdated") && said.contains("\"version\":2"));

      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 1));
      persons.proven(Long.MAX_VALUE);
      assertThat(persons.moments()).singleElement().asString().contains("\"version\":5");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aVersionStaysTakenByATextThatDoesNotCompile(boolean restless) throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), restless)) {
      persons.control(Records.brokenRulebook(2));
      persons.control(Records.quickRulebook(2));

      assertThat(persons.statuses()).anyMatch(said -> said.contains("[conflict]"));
      persons.control(Records.quickRulebook(3));
      assertThat(persons.statuses()).last().asString().contains("adopted", "\"version\":3");
    }
  }

  @Test
  void anIdleCustomerFollowsNewRulesToo() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), false)) {
      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 1));
      persons.proven(TEN + MINUTE);
      persons.control(Records.quickRulebook(2));

      persons.proven(TEN + 5 * MINUTE + DISORDER);
      assertThat(persons.moments()).singleElement().asString().contains("\"version\":2");
    }
  }

  @Test
  void whatIsHeardButNotCompiledIsInForceAfterARestart() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), false)) {
      persons.controlUnheeded(Records.quickRulebook(2));
      persons.restartWith(Records.rulebook(1));

      assertThat(persons.statuses()).last().asString().contains("adopted", "\"version\":2");
    }
  }

  @Test
  void aRolloutReachesAPartOfTheCustomers() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), false)) {
      persons.proven(TEN - MINUTE);
      persons.control(Records.rollout(2, 30));
      for (int customer = 0; customer < 200; customer++) {
        persons.touchpoint(arrived(cart("e-" + customer, "c-" + customer, TEN), customer));
      }
      persons.proven(TEN + 5 * MINUTE + DISORDER);
      assertThat(persons.moments()).hasSizeBetween(40, 80);
      persons.proven(Long.MAX_VALUE);
      assertThat(persons.moments()).hasSize(200);
    }
  }

  @Test
  void otherEnginesRulebooksAreNoneOfThisOnes() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), false)) {
      persons.statuses();
      Publication other =
          new Publication("bank", Records.quickRulebook(9).document(), Optional.empty(), 9, "", "");
      persons.control(other);
      assertThat(persons.statuses()).isEmpty();
    }
  }

  @Test
  void aTextUnderAnotherNameIsRefused() throws Exception {
    String bank = "rulebook: bank\nmoments: { m: { kind: drop_off, pattern: [ { event: a } ] } }\n";
    try (Persons persons = new Persons(Records.rulebook(1), false)) {
      persons.control(Records.publication(2, bank));
      assertThat(persons.statuses()).last().asString().contains("broken", "[misnamed]");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPauseHoldsUntilItIsResumed(boolean restless) throws Exception {
    Pause.Target sell = new Pause.Target("sell", "", "");
    try (Persons persons = new Persons(Records.rulebook(1), restless)) {
      persons.control(new Pause(sell, true, "kenji", "earthquake"));
      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 1));
      persons.proven(TEN + 30 * MINUTE + DISORDER);
      assertThat(persons.moments()).hasSize(1);
      assertThat(persons.recommendations()).isEmpty();

      persons.control(new Pause(sell, false, "kenji", ""));
      persons.touchpoint(arrived(cart("e-2", "c-1", TEN + 60 * MINUTE), 2));
      persons.proven(TEN + 90 * MINUTE + DISORDER);
      assertThat(persons.recommendations()).hasSize(1);
    }
  }

  @Test
  void whatIsDecidedIsCountedByWindow() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), false)) {
      persons.proven(TEN);
      persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 1));
      persons.proven(TEN + 9_999);
      assertThat(persons.kpis()).isEmpty();
      persons.proven(TEN + 10_000);
      assertThat(persons.kpis()).singleElement().asString().contains("\"touchpoints\":1");
    }
  }
}
