package io.kizashi.language.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that show customers what was read of them. */
final class RevealingTest {
  private static final Path LIST =
      Path.of("src/main/resources/io/kizashi/language/lint/revealing.txt");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "お怒りのところ申し訳ございません。",
        "ご不満のようですので、担当者がうかがいます。",
        "先ほどご覧になっていた商品です。",
        "ご覧いただいていたページの続きです。",
        "We noticed you are upset.",
        "WE SAW THAT YOU left.",
        "You’re angry, and we know.",
        "The page you were  looking at is still there.",
        "Are you frustrated?"
      })
  void whatShowsWhatWasReadIsWarnedOf(String words) {
    assertThat(told("", "line: { ja: \"" + words + "\" }"))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.code()).isEqualTo("revealing");
              assertThat(it.severity()).isEqualTo(Problem.Severity.WARNING);
              assertThat(it.hint()).contains("say what");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "お困りですか。この画面のまま、チャットでご案内します。",
        "ご不満な点がありましたら、お知らせください。",
        "「{{s.text}}」をご覧いただきありがとうございます。",
        "Thank you for looking at {{s.text}}.",
        "Stuck here? We can help you by chat.",
        "We noticed a fault of ours, and mended it.",
        "Unfrustratedly yours"
      })
  void whatOffersHelpIsNot(String words) {
    assertThat(told("", "line: { ja: \"" + words + "\" }")).isEmpty();
  }

  @Test
  void staffMayReadItAndConditionsMayAskForIt() {
    String upset = "line: { en: 'The customer seems frustrated.' }";
    assertThat(told("to: agent, ", upset)).isEmpty();
    assertThat(
            told(
                "",
                "[ { when: 's.text == \"frustrated\"', line: { en: a } }, { line: { en: b } } ]"))
        .isEmpty();
    assertThat(
            told("", "[ { when: 'true || s.text == \"a\"', " + upset + " }, { line: { en: b } } ]"))
        .extracting(Problem::code)
        .contains("revealing");
  }

  @Test
  void everyPhraseOfTheListIsFoundAndBelongsToAGroup() throws IOException {
    List<String> lines = Files.readAllLines(LIST).stream().filter(it -> !it.isBlank()).toList();
    assertThat(lines.stream().filter(it -> it.startsWith("= ")))
        .hasSize(4)
        .allMatch(it -> it.split(" \\| ", -1).length == 2);
    List<String> phrases =
        lines.stream().filter(it -> !it.startsWith("=") && !it.startsWith("#")).toList();
    assertThat(phrases).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    for (String phrase : phrases) {
      assertThat(told("", "line: { en: \"Well, " + phrase + ".\" }")).as(phrase).hasSize(1);
    }
  }

  private static List<Problem> told(String recipient, String content) {
    String text =
        """
        rulebook: r
        moments:
          m: { kind: drop_off, pattern: [ { event: clicked, as: s } ] }
        actions:
          a:
            { WHOkind: serve, answers: [m], channels: [line], expires: 1h, content: CONTENT }
        """
            .replace("WHO", recipient)
            .replace("CONTENT", content.startsWith("[") ? content : "{ " + content + " }");
    return RulebookCompiler.compile(new RulebookDocument("rules.yaml", 1, text)).problems();
  }
}
