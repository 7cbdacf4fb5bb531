package io.kizashi.oracle.moments;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.oracle.moments.RandomStream.Delivery;
import io.kizashi.schema.Touchpoint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What streams of several customers hold, so that who is fed with them meets it. */
final class RandomStreamTest {
  private static final int STREAMS = 20;

  @Test
  void aSeedAlwaysGivesTheSameStream() {
    assertThat(RandomStream.of(7)).isEqualTo(RandomStream.of(7)).isNotEqualTo(RandomStream.of(8));
  }

  @Test
  void severalCustomersTakePart() {
    for (RandomStream stream : streams()) {
      List<String> customers =
          touchpoints(stream).stream().map(t -> t.cameUnder().text()).distinct().toList();
      assertThat(customers).hasSizeGreaterThan(1);
    }
  }

  @Test
  void someTouchpointsComeOutOfOrderAndSomeTwiceAndSomeAfterTheirTimeIsProven() {
    int unordered = 0;
    int twice = 0;
    int late = 0;
    for (RandomStream stream : streams()) {
      long newest = Long.MIN_VALUE;
      long proven = RandomStream.UNPROVEN;
      Set<Map.Entry<String, String>> known = new HashSet<>();
      for (Delivery delivery : stream.deliveries()) {
        Touchpoint t = delivery.touchpoint();
        unordered += t.time() < newest ? 1 : 0;
        twice += known.add(Map.entry(t.cameUnder().text(), t.id())) ? 0 : 1;
        late += t.time() <= proven ? 1 : 0;
        newest = Math.max(newest, t.time());
        proven = Math.max(proven, delivery.proven());
      }
    }
    assertThat(List.of(unordered, twice, late)).allMatch(count -> count > STREAMS);
  }

  @Test
  void rulesAskForSessionsAndDeadlines() {
    String rulebooks = streams().stream().map(RandomStream::rulebook).collect(Collectors.joining());
    assertThat(rulebooks).contains("session_ended", "absence: ", "until: ", "date: ", "within: ");
  }

  private static List<RandomStream> streams() {
    return LongStream.range(0, STREAMS).mapToObj(RandomStream::of).toList();
  }

  private static List<Touchpoint> touchpoints(RandomStream stream) {
    return stream.deliveries().stream().map(Delivery::touchpoint).toList();
  }
}
