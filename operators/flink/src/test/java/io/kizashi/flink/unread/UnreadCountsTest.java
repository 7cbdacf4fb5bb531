package io.kizashi.flink.unread;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.expression.Unread;
import io.kizashi.core.expression.Unread.Why;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnreadCountsTest {
  private static final String WHERE = "moments.cart_left.where";

  private static UnreadCounts counts(Unread... unread) {
    UnreadCounts counts = new UnreadCounts();
    for (Unread one : unread) {
      counts.add(one);
    }
    return counts;
  }

  @Test
  void tasksAreAddedUpByPlaceAndReason() {
    UnreadCounts one = counts(new Unread(WHERE, Why.MISSING), new Unread(WHERE, Why.KIND));
    UnreadCounts other =
        counts(new Unread(WHERE, Why.MISSING), new Unread("segments.vip", Why.CUT));
    one.merge(other);
    assertThat(UnreadCounts.in(Map.of(UnreadCounts.NAME, one.getLocalValue())))
        .isEqualTo(
            Map.of(WHERE, Map.of("missing", 2L, "kind", 1L), "segments.vip", Map.of("cut", 1L)));
  }

  @Test
  void aCopyCountsForItself() {
    UnreadCounts one = counts(new Unread(WHERE, Why.MISSING));
    UnreadCounts copy = one.clone();
    one.add(new Unread(WHERE, Why.MISSING));
    assertThat(copy.getLocalValue()).isEqualTo(Map.of(WHERE, Map.of("missing", 1L)));
    one.resetLocal();
    assertThat(one.getLocalValue()).isEmpty();
  }

  @Test
  void aJobThatReadEverythingHasNone() {
    assertThat(UnreadCounts.in(Map.of())).isEmpty();
  }
}
