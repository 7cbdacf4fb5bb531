package io.kizashi.language.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case of {@code errors.txt}: a name, a rulebook, and what the compiler says of it, to the
 * letter. Authors read these texts; changing one is a decision.
 */
final class ErrorTextsTest {
  private static final String NAME = "=== ";
  private static final String EXPECTED = "--->\n";

  private static final String GOOD_HEAD =
      """
      rulebook: retail
      moments:
        cart_abandoned:
          kind: drop_off
          pattern:
            - { event: cart_updated, as: cart }
            - { absence: order_placed, for: 30m }
      """;
  private static final String GOOD_TAIL =
      """
      actions:
        cart_rescue:
          kind: sell
          answers: [cart_abandoned]
          channels: [line]
          expires: 12h
          content: { line: { ja: 'カート' } }
      """;

  @TestFactory
  Stream<DynamicTest> theCompilerSaysWhatTheGoldenFileSays() throws IOException {
    return cases().stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.get(0),
                    () -> assertThat(problemsOf(c.get(1))).isEqualTo(c.get(2).stripTrailing())));
  }

  static List<List<String>> cases() throws IOException {
    List<List<String>> cases = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(ErrorTextsTest.class.getResourceAsStream("errors.txt"))) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : all.split("(?m)^" + NAME, -1)) {
        int line = part.indexOf('\n');
        int expected = part.indexOf(EXPECTED);
        if (line > 0 && expected > 0) {
          cases.add(
              List.of(
                  part.substring(0, line),
                  part.substring(line + 1, expected),
                  part.substring(expected + EXPECTED.length())));
        }
      }
    }
    assertThat(cases).hasSizeGreaterThanOrEqualTo(130);
    return cases;
  }

  /** The rulebook of a case, with the good beginning and end that it stands for. */
  static String yaml(String text) {
    return text.replace("<HEAD>\n", GOOD_HEAD).replace("<TAIL>\n", GOOD_TAIL);
  }

  private static String problemsOf(String text) {
    RulebookDocument document = new RulebookDocument("rules.yaml", 1, yaml(text));
    return RulebookCompiler.compile(document).problems().stream()
        .map(Problem::render)
        .collect(Collectors.joining())
        .stripTrailing();
  }
}
