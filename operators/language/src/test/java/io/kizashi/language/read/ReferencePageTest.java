package io.kizashi.language.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.library.Bundle;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The reference page promises only what the compiler keeps. */
final class ReferencePageTest {
  private static final Path PAGE = Path.of("../../deploy/docs/rulebook.md");
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> everyExampleCompilesWithoutAProblem() throws IOException {
    return examples()
        .map(yaml -> DynamicTest.dynamicTest(yaml.lines().findFirst().orElse(""), () -> ok(yaml)));
  }

  @Test
  void everyKeyThatIsNotBuiltIsNamed() throws IOException {
    String page = Files.readString(PAGE);
    String notBuilt = page.substring(page.indexOf("## Not built yet"));
    Stream.of(
            Keys.RULEBOOK,
            Keys.MOMENT,
            Keys.EVENT,
            Keys.ABSENCE,
            Keys.STEP,
            Keys.ACTION,
            Keys.PROPENSITY,
            Keys.POLICIES,
            Keys.CONSENT)
        .flatMap(keys -> keys.notYet().stream())
        .forEach(key -> assertThat(notBuilt).containsPattern("\\b" + key + "\\b"));
  }

  /** The page's rulebooks. */
  static Stream<String> examples() throws IOException {
    return EXAMPLE
        .matcher(Files.readString(PAGE))
        .results()
        .map(MatchResult::group)
        .map(example -> example.substring("```yaml\n".length(), example.length() - 3));
  }

  private static void ok(String yaml) {
    String joined = Bundle.join(yaml, file -> Optional.empty());
    assertThat(RulebookCompiler.compile(new RulebookDocument("rulebook.md", 1, joined)).problems())
        .extracting(Problem::render)
        .isEmpty();
  }
}
