package io.kizashi.language.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Rfc3339;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TestClockTest {
  private static final TestClock TOKYO = new TestClock(ZoneId.of("Asia/Tokyo"));

  @ParameterizedTest
  @CsvSource({
    "10:30, 2026-03-02T01:30:00Z",
    "10:30:05, 2026-03-02T01:30:05Z",
    "00:00, 2026-03-01T15:00:00Z",
    "2026-03-05T10:30, 2026-03-05T01:30:00Z",
    "2026-03-05T10:30:59, 2026-03-05T01:30:59Z"
  })
  void timesAreToldInTheRulebooksZone(String text, String time) {
    assertThat(TOKYO.read(text)).hasValue(Rfc3339.parse(time).orElseThrow());
    assertThat(TOKYO.text(Rfc3339.parse(time).orElseThrow())).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "9:00",
        "24:00",
        "10:60",
        "10:30Z",
        "10:30:05.1",
        "2026-02-30T10:00",
        "2026-03-05",
        "2026-03-05 10:30",
        "1999-12-31T23:00",
        "+12026-03-05T10:30",
        "１０:３０"
      })
  void whatIsNoTimeIsNone(String text) {
    assertThat(TOKYO.read(text)).isEmpty();
  }

  @Test
  void aTimeThatTheClocksSkipIsNone() {
    TestClock berlin = new TestClock(ZoneId.of("Europe/Berlin"));
    assertThat(berlin.read("2026-03-29T02:30")).isEmpty();
    assertThat(berlin.read("2026-03-29T03:30")).isPresent();
  }

  @Test
  void aBareTimeIsOnAMonday() {
    assertThat(TestClock.DAY.getDayOfWeek().getValue()).isEqualTo(1);
    assertThat(new TestClock(ZoneOffset.UTC).read("10:00"))
        .hasValue(Rfc3339.parse("2026-03-02T10:00:00Z").orElseThrow());
  }

  @Test
  void fractionsOfASecondAreShown() {
    assertThat(TOKYO.text(Rfc3339.parse("2026-03-02T01:30:00.250Z").orElseThrow()))
        .isEqualTo("10:30:00.250");
  }
}
