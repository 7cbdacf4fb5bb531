package io.kizashi.language.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code japan.txt} is what the Cabinet Office published, typed off by hand. */
class JapaneseHolidaysTest {
  @ParameterizedTest
  @MethodSource("published")
  void theyAreThosePublished(String line) {
    String[] written = line.split(" ");
    int year = Integer.parseInt(written[0]);
    List<LocalDate> dates =
        Arrays.stream(written).skip(1).map(day -> LocalDate.parse(year + "-" + day)).toList();

    assertThat(JapaneseHolidays.of(year)).containsExactlyElementsOf(dates);
  }

  static Stream<String> published() throws IOException {
    try (InputStream file = JapaneseHolidaysTest.class.getResourceAsStream("japan.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#"));
    }
  }

  @Test
  void everyYearHasSome() {
    assertThat(JapaneseHolidays.all().stream().map(LocalDate::getYear).distinct()).hasSize(100);
    assertThat(JapaneseHolidays.all().size()).isBetween(1_500, 2_000);
  }
}
