package io.kizashi.control.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.control.check.TestReport;
import io.kizashi.language.library.Bundle;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.InputFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  static List<Path> rulebooks() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES.getParent())) {
      return files.filter(file -> file.endsWith("rulebook.yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("rulebooks")
  void whoeverHasTasksForStaffSaysWhoseTheyAre(Path rulebook) throws IOException {
    String text = Files.readString(rulebook);
    Set<String> owned =
        Pattern.compile("(?s)(?<=^|\\R)owners:.*?(?=\\R\\S|$)")
            .matcher(text)
            .results()
            .flatMap(owners -> keys(owners.group()).stream())
            .collect(Collectors.toSet());
    assertThat(owned).containsAll(recipients(text));
  }

  @ParameterizedTest
  @MethodSource("rulebooks")
  void noSampleShowsCustomersWhatWasReadOfThem(Path rulebook) throws IOException {
    String text = Bundle.join(Files.readString(rulebook), name -> Optional.empty());
    TestReport report = TestReport.run(new RulebookDocument("sample", 1, text));
    assertThat(report.compilation()).isInstanceOf(Compilation.Compiled.class);
    assertThat(report.compilation().problems())
        .extracting(Problem::code)
        .doesNotContain("revealing");
  }

  private static Set<String> keys(String owners) {
    return found("(?m)^  (\\w+):", owners);
  }

  private static Set<String> recipients(String text) {
    return found("(?m)^    to: (?!customer\\b)(\\w+)", text);
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(it -> it.group(1))
        .collect(Collectors.toSet());
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
