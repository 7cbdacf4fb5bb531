package io.kizashi.schema.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Bounds;
import org.junit.jupiter.api.Test;

class SeenTest {
  @Test
  void onlyTheNewestThousandIdsAreRemembered() {
    Seen seen = Seen.NONE;
    for (int i = 0; i < Bounds.SEEN_IDS; i++) {
      seen = seen.with("e-" + i).orElseThrow();
    }
    assertThat(seen.contains("e-0")).isTrue();
    assertThat(seen.contains("e-1000")).isFalse();

    Seen next = seen.with("e-1000").orElseThrow();

    assertThat(next.with("e-500")).as("a known one").isEmpty();
    assertThat(next.contains("e-0")).as("the oldest").isFalse();
    assertThat(next.contains("e-1")).isTrue();
    assertThat(next.contains("e-1000")).isTrue();
    assertThat(next.encode()).hasSize(Bounds.SEEN_IDS * Long.BYTES);
    assertThat(seen.contains("e-0")).as("the value before").isTrue();
  }

  @Test
  void idsSurviveTheirBytes() {
    Seen seen = Seen.decode(Seen.NONE.with("a").orElseThrow().with("b").orElseThrow().encode());
    assertThat(seen.contains("a")).isTrue();
    assertThat(seen.contains("b")).isTrue();
    assertThat(seen.contains("c")).isFalse();
    assertThat(Seen.NONE.contains("a")).isFalse();
  }
}
