package io.kizashi.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times that data name. */
final class TimeValueTest {
  @ParameterizedTest
  @ValueSource(strings = {"+999999999-12-31", "+10000-01-01", "-0001-01-01", "2026-02-30", "soon"})
  void aDateOfNoYearOfFourDigitsIsNone(String text) {
    assertThat(TimeValue.read(text, ZoneOffset.UTC)).isEmpty();
    assertThat(TimeValue.end(text, ZoneOffset.UTC)).isEmpty();
    assertThat(TimeValue.date(text)).isEmpty();
  }

  @Test
  void theLastDayOfAllHasNoEnd() {
    assertThat(TimeValue.read("9999-12-31", ZoneOffset.UTC)).isPresent();
    assertThat(TimeValue.end("9999-12-31", ZoneOffset.UTC)).isEmpty();
  }
}
