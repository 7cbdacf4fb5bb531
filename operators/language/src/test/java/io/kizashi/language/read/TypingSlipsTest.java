package io.kizashi.language.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.read.GoldenErrors.Case;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Rulebooks as people type them, in Japanese and in English. Every problem names its place, and
 * where it is certain what was meant, its fix: the text with all of them compiles.
 */
final class TypingSlipsTest {
  /** Where nobody but the author knows what was meant, and why. */
  private static final Map<String, String> UNCERTAIN =
      Map.of(
          "a key twice", "either of the two may be meant",
          "no expiry", "how long it should live is a decision",
          "a word that is none of those known", "no kind is near it",
          "a name between two that are as near", "either of the two may be meant",
          "two steps behind one dash", "in which order they come is not told",
          "a number compared with a text", "another field may be meant, or another value");

  /** Times that a fix may bring out what it hid. */
  private static final int MOST_ROUNDS = 3;

  @TestFactory
  Stream<DynamicTest> everyProblemNamesItsPlaceAndItsFix() throws IOException {
    return GoldenErrors.cases("slips.txt").stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.name(), () -> assertThat(told(compile(text(c)))).isEqualTo(c.expected())));
  }

  @TestFactory
  Stream<DynamicTest> withItsFixesATextCompiles() throws IOException {
    return GoldenErrors.cases("slips.txt").stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.name(),
                    () -> {
                      assertThat(compile(text(c))).isInstanceOf(Compilation.Refused.class);
                      assertThat(compile(mended(text(c))) instanceof Compilation.Compiled)
                          .isEqualTo(!UNCERTAIN.containsKey(c.name()));
                    }));
  }

  @Test
  void mostSlipsOfFortyAndMoreAreMendedUnseen() throws IOException {
    List<String> names = GoldenErrors.cases("slips.txt").stream().map(Case::name).toList();
    assertThat(names).hasSizeGreaterThanOrEqualTo(59).doesNotHaveDuplicates();
    assertThat(names).containsAll(UNCERTAIN.keySet());
  }

  private static String text(Case c) {
    return ErrorTextsTest.yaml(c.rulebook());
  }

  private static String mended(String text) {
    String mended = text;
    for (int i = 0; i < MOST_ROUNDS; i++) {
      mended = AppliedFixes.to(mended, compile(mended).problems());
    }
    return mended;
  }

  private static Compilation compile(String text) {
    return RulebookCompiler.compile(new RulebookDocument("rules.yaml", 1, text));
  }

  private static String told(Compilation compilation) {
    return compilation.problems().stream()
        .map(TypingSlipsTest::told)
        .collect(Collectors.joining("\n"));
  }

  /** Place and code, then the place of the fix, what it replaces, and with what. */
  private static String told(Problem problem) {
    String place = problem.at().line() + ":" + problem.at().column() + " " + problem.code();
    return problem
        .fix()
        .map(
            it ->
                "%s | %d:%d [%s] => [%s]"
                    .formatted(place, it.line(), it.column(), it.replaces(), it.with()))
        .orElse(place);
  }
}
