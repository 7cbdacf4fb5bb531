package io.kizashi.pipeline;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.yaml.Problem;
import io.kizashi.pipeline.PipelineConfig.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong file of settings is told its own fault, and no other. */
class WrongSettingsTest {
  private static final String CASE = "===== ";
  private static final String TOLD = "-----\n";

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theFaultIsToldAndNotItsNeighbour(String name, String settings, String told) {
    Reading reading = PipelineConfig.read(Path.of("/etc/kizashi.yaml"), settings, Map.of());

    assertThat(reading.config()).isEmpty();
    assertThat(reading.problems().stream().map(Problem::render).collect(joining())).isEqualTo(told);
  }

  static Stream<Arguments> cases() throws IOException {
    try (var in =
        Objects.requireNonNull(WrongSettingsTest.class.getResourceAsStream("wrong-settings.txt"))) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.split("(?m)^" + CASE)).skip(1).map(WrongSettingsTest::of);
    }
  }

  private static Arguments of(String text) {
    int settings = text.indexOf('\n') + 1;
    int told = text.indexOf(TOLD, settings);
    return Arguments.of(
        text.substring(0, settings - 1),
        text.substring(settings, told),
        text.substring(told + TOLD.length()));
  }
}
