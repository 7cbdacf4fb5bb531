package io.kizashi.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UnreadSummaryTest {
  @Test
  void placesStandInOrderWithTheirReasons() {
    SortedMap<String, SortedMap<String, Long>> places = new TreeMap<>();
    places.put("segments.vip", new TreeMap<>(Map.of("missing", 2L)));
    places.put("moments.m.where", new TreeMap<>(Map.of("missing", 1L, "kind", 3L)));
    assertThat(new UnreadSummary(places).asJson())
        .hasToString(
            "{\"moments.m.where\":{\"kind\":3,\"missing\":1},\"segments.vip\":{\"missing\":2}}");
  }

  @Test
  void ofThousandsTheFirstAreNamedAndTheRestAddedUp() {
    SortedMap<String, SortedMap<String, Long>> places = new TreeMap<>();
    for (int i = 0; i < 1_000; i++) {
      places.put("moments.m_%03d.where".formatted(i), new TreeMap<>(Map.of("missing", 1L)));
    }
    var json = new UnreadSummary(places).asJson();
    assertThat(json).hasSize(257);
    assertThat(json.path("others").path("missing").asLong()).isEqualTo(744);
  }
}
