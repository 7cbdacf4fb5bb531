package io.kizashi.control.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.control.check.TestReport;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.InputFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
  private static final Path SAMPLES = Path.of("../../sample-streams/jobs");

  static List<JobTemplate> templates() {
    return Templates.all();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aSampleIsItsTemplateWithTheStandardValues(JobTemplate template) throws IOException {
    assertThat(template.fill(Map.of()))
        .isEqualTo(Files.readString(SAMPLES.resolve(template.id()).resolve("rulebook.yaml")));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void itsTestsHoldForOtherValuesTooWithoutAWarning(JobTemplate template) {
    Map<String, String> other =
        template.values().stream()
            .collect(
                Collectors.toMap(
                    JobTemplate.Value::name,
                    it -> it.expected().equals("text") ? "it's: # 店長" : next(it.standard())));
    TestReport report =
        TestReport.run(new RulebookDocument(template.id(), 1, template.fill(other)));
    assertThat(report.compilation().problems()).isEmpty();
    assertThat(report.results()).isNotEmpty().allMatch(result -> result.ok());
  }

  private static String next(String number) {
    return Integer.toString(Integer.parseInt(number) + 1);
  }

  @Test
  void whatIsWrongIsToldWithWhatIsExpected() {
    JobTemplate clicks = Templates.named("8");
    assertThatThrownBy(() -> clicks.fill(Map.of("clicks", "many")))
        .isInstanceOf(InputFault.class)
        .hasMessageContaining("expected a whole number from 2 to 10");
    assertThatThrownBy(() -> clicks.fill(Map.of("click", "3")))
        .hasMessageContaining("did you mean 'clicks'?");
    assertThatThrownBy(() -> Templates.named("rage-click"))
        .hasMessageContaining("did you mean 'rage-clicks'?");
  }
}
