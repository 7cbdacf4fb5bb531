package io.kizashi.language.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value's slips lie near it. */
class ReplacementsTest {
  @ParameterizedTest
  @CsvSource({
    "30m, 15m 31m 60m",
    "1s, 2s",
    "5bd, 2bd 6bd 10bd",
    "3, 2 4 6",
    "1, 0 2",
    "0.3, 0.2 0.4 0.6",
    "3000.0, 2999.0 3001.0 6000.0",
    "-0.5, -0.6 -0.4 -1.0",
    "21:00, 22:00 20:00",
    "00:30, 01:30 23:30",
  })
  void aValueHasNeighbours(String value, String others) {
    assertThat(String.join(" ", Replacements.of(value))).isEqualTo(others);
  }

  @Test
  void aNameHasNone() {
    assertThat(Replacements.of("cart_updated")).isEmpty();
    assertThat(Replacements.of("30 m")).isEmpty();
  }

  @Test
  void anExpressionIsChangedPieceByPieceAndNotWithinItsTexts() {
    List<String> slips = new ArrayList<>();
    String text = "event.type == \"a >= b\" && signals.n > 3.0";
    new ExpressionSlips(new Names())
        .of(
            text,
            (reach, with) -> slips.add(text.substring(reach.from(), reach.to()) + " " + with));
    assertThat(slips).containsExactly("== !=", "&& ||", "> >=", "3.0 2.0", "3.0 4.0", "3.0 6.0");
  }
}
