package io.kizashi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Rfc3339Test {
  @ParameterizedTest
  @CsvSource({
    "2026-03-01T10:00:00Z, 0",
    "2026-03-01t10:00:00z, 0",
    "2026-03-01T19:00:00+09:00, 0",
    "2026-03-01T00:30:00-09:30, 0",
    "2026-03-01T10:00:00.5Z, 500",
    "2026-03-01T10:00:00.123456789Z, 123",
    "2026-03-01T10:00:00.999999999Z, 999",
    "2026-03-01T10:00:00-00:00, 0",
  })
  void aTimeIsReadInItsOffsetAndCutToMilliseconds(String text, long millis) {
    assertThat(Rfc3339.parse(text)).hasValue(Samples.TEN + millis);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    RandomNouns nouns = new RandomNouns(Seeds.seed());
    for (int i = 0; i < 1_000; i++) {
      long time = nouns.time();
      assertThat(Rfc3339.parse(Rfc3339.format(time))).hasValue(time);
    }
    assertThat(Rfc3339.format(Bounds.LATEST)).isEqualTo("9999-12-31T23:59:59.999Z");
    assertThat(Rfc3339.format(Bounds.EARLIEST)).isEqualTo("2000-01-01T00:00:00.000Z");
  }
}
