package io.kizashi.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeFormatTest {
  private static final TimeFormat SECONDS = new TimeFormat.Epoch(BigDecimal.valueOf(1000));

  @Test
  void secondsAndMillisecondsAreCountedFrom1970() throws BadRecord {
    assertThat(SECONDS.read(1_772_359_200L)).isEqualTo(1_772_359_200_000L);
    assertThat(SECONDS.read("1772359200.25")).isEqualTo(1_772_359_200_250L);
    assertThat(new TimeFormat.Epoch(BigDecimal.ONE).read(1.772359200999E12))
        .isEqualTo(1_772_359_200_999L);
  }

  @ParameterizedTest
  @CsvSource({"1e999999999", "1e-999999999", "NaN", "''", "99999999999999999999", "noon"})
  void numbersThatAreNoTimeAreBad(String text) {
    assertThatThrownBy(() -> SECONDS.read(text))
        .isInstanceOf(BadRecord.class)
        .hasMessage("time: '" + text + "' is no number that is a time");
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd HH:mm:ss, Europe/London, 2011-07-01 12:00:00, 2011-07-01T11:00:00Z",
    "uuuu-MM-dd HH:mm, Europe/London, 2011-12-01 12:00, 2011-12-01T12:00:00Z",
    "d MMM yyyy h:mm a, Asia/Tokyo, 1 mar 2026 7:05 pm, 2026-03-01T10:05:00Z",
    "dd/MM/yyyy, Asia/Tokyo, 01/03/2026, 2026-02-28T15:00:00Z",
    "yyyy-MM-dd HH:mm:ss Z, , 2026-03-01 19:00:00 +0900, 2026-03-01T10:00:00Z",
    "yyyy-MM-dd HH:mm VV, , 2026-03-01 19:00 Asia/Tokyo, 2026-03-01T10:00:00Z",
    // The hour that comes twice is the first; the hour that never comes is moved on.
    "yyyy-MM-dd HH:mm, Europe/London, 2011-10-30 01:30, 2011-10-30T00:30:00Z",
    "yyyy-MM-dd HH:mm, Europe/London, 2011-03-27 01:30, 2011-03-27T01:30:00Z",
  })
  void patternsReadLocalTimes(String pattern, String zone, String text, String expected)
      throws BadRecord {
    TimeFormat format = TimeFormat.OfPattern.of(pattern, Optional.ofNullable(zone).map(ZoneId::of));
    assertThat(Instant.ofEpochMilli(format.read(text))).isEqualTo(expected);
  }

  @Test
  void daysThatDoNotExistAreBad() {
    TimeFormat format = TimeFormat.OfPattern.of("yyyy-MM-dd", Optional.of(ZoneId.of("UTC")));
    assertThatThrownBy(() -> format.read("2026-02-30"))
        .hasMessage("time: '2026-02-30' is no time in the form yyyy-MM-dd");
  }

  @Test
  void whatIsATimeAlreadyPassesEveryFormat() throws BadRecord {
    assertThat(SECONDS.read(Instant.ofEpochMilli(1_234))).isEqualTo(1_234);
  }
}
