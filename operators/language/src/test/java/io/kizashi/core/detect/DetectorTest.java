package io.kizashi.core.detect;

import static io.kizashi.core.CustomerWorld.at;
import static io.kizashi.core.CustomerWorld.moment;
import static io.kizashi.core.CustomerWorld.rules;
import static io.kizashi.core.CustomerWorld.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.CustomerWorld;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which runs of a pattern count. */
final class DetectorTest {
  private static final Rules RULES =
      rules(
          """
          rulebook: r
          disorder: 10s
          moments:
            latest: { kind: drop_off, pattern: [ { event: view }, { event: order, within: 1h } ] }
            first:  { kind: drop_off, restart: first, pattern: [ { event: view }, { event: order, within: 1h } ] }
            silent: { kind: drop_off, pattern: [ { event: view }, { absence: order, for: 30m } ] }
          """);

  private static List<List<String>> matches(String rule, long from, Touchpoint... touchpoints) {
    return new Detector(CustomerWorld.of(RULES, touchpoints))
        .matches(moment(RULES, rule), from).stream()
            .map(match -> match.events().stream().map(it -> it.touchpoint().id()).toList())
            .toList();
  }

  @Test
  void ofRunsThatCompleteOnOneTouchpointTheNewestCounts() {
    Touchpoint[] both = {at(0, "view", "a"), at(10, "view", "b"), at(20, "order", "c")};
    assertThat(matches("latest", Time.FROM_EVER, both)).containsExactly(List.of("b", "c"));
  }

  @Test
  void anOlderRunLetsNoNewerStartWhereTheRuleSaysSo() {
    Touchpoint[] both = {at(0, "view", "a"), at(10, "view", "b"), at(20, "order", "c")};
    assertThat(matches("first", Time.FROM_EVER, both)).containsExactly(List.of("a", "c"));
  }

  @Test
  void anchorsOfAnEarlierTimeAreLeftOut() {
    Touchpoint[] two = {
      at(0, "view", "a"), at(1, "order", "b"), at(10, "view", "c"), at(11, "order", "d")
    };
    assertThat(matches("latest", time(10), two)).containsExactly(List.of("c", "d"));
    assertThat(matches("latest", time(11), two)).isEmpty();
  }

  @Test
  void touchpointsOfARunThatIsNotJudgedArePending() {
    Detector detector = new Detector(CustomerWorld.of(RULES, at(0, "view", "a")));
    long judged = time(30 * 60 + 10);
    assertThat(detector.pending(moment(RULES, "silent"), judged - 1))
        .contains(at(0, "view", "a").position());
    assertThat(detector.pending(moment(RULES, "silent"), judged)).isEmpty();
  }
}
