package io.kizashi.language.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.rules.Rules;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.schema.RulebookDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of rules, to the letter: people decide by these words. */
final class ExplanationTest {
  private static final Path GOLDEN = Path.of("src/test/resources/io/kizashi/language/explain");
  private static final Path SAMPLE = Path.of("../../sample-streams/retail-cart/rulebook.yaml");

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyKindOfStepSignalAndConditionHasWords(Language language) throws IOException {
    String said =
        Explanation.of(rules(Files.readString(GOLDEN.resolve("everything.yaml"))), language);
    assertThat(said).isEqualTo(golden("everything", language));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theSampleIsExplained(Language language) throws IOException {
    String said = Explanation.of(rules(Files.readString(SAMPLE)), language);
    assertThat(said).isEqualTo(golden("retail-cart", language));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\'',
      value = {
        "3000.0 <= event.properties.v => v is at least 3000 => v が 3000 以上である",
        "!(event.properties.v < 3.5) => v is at least 3.5 => v が 3.5 以上である",
        "event.properties.v > -0.5 => v is more than -0.5 => v が -0.5 より大きい",
        "event.channel in [\"web\"] => channel is \"web\" => チャネルが「web」である",
        "event.values.exists(v, v == \"act\") => `event.values.exists(v, v == \"act\")` holds"
            + " => 条件 `event.values.exists(v, v == \"act\")` を満たす",
        "!has(event.properties.v) => v is not given => v がない",
        "!event.properties.vip => vip is not true => vip が true でない",
        "event.properties.vip == false => vip is not true => vip が true でない",
        "event.text == \"\" => text is empty => 本文が空である",
        "cart.id != event.id => id of cart differs from id => cart の ID が ID と異なる",
        "signals.since_order > duration(\"72h\") => signal since_order is more than 3 days"
            + " => シグナル since_order が 3日より長い",
        "signals.since_order < duration(\"7d\") => signal since_order is less than 7 days"
            + " => シグナル since_order が 7日未満である",
        "signals.since_order < days(7) => signal since_order is less than 7 days"
            + " => シグナル since_order が 7日未満である",
        "event.a == 1.0 && (event.b == 2.0 || event.c == 3.0) =>"
            + " a is 1 and (b is 2 or c is 3) => a が 1 で、かつ「b が 2 であるか、または c が 3 である」という条件を満たす",
      })
  void simpleConditionsBecomeWords(String expression, String english, String japanese) {
    Claim claim = Reading.claim(expression);
    assertThat(clause(Language.EN, claim)).isEqualTo(english);
    assertThat(clause(Language.JA, claim)).isEqualTo(japanese);
  }

  @Test
  void aDayIsTwentyFourHoursAndOneOfSomethingIsNoPlural() {
    Terms english = new Terms(Vocabulary.words(Language.EN));
    assertThat(english.span(86_400_000L)).isEqualTo("24 hours");
    assertThat(english.span(1_000L)).isEqualTo("1 second");
    Terms japanese = new Terms(Vocabulary.words(Language.JA));
    assertThat(japanese.span(90_000L)).isEqualTo("90秒");
    assertThat(japanese.span(7 * 86_400_000L)).isEqualTo("7日");
  }

  private static String clause(Language language, Claim claim) {
    return Grammar.of(language, Vocabulary.words(language)).clause(claim);
  }

  private static String golden(String name, Language language) throws IOException {
    String file = name + "." + language.name().toLowerCase(Locale.ROOT) + ".txt";
    return Files.readString(GOLDEN.resolve(file));
  }

  private static Rules rules(String text) {
    Compilation compilation = RulebookCompiler.compile(new RulebookDocument("rules.yaml", 1, text));
    assertThat(compilation.problems()).isEmpty();
    return ((Compilation.Compiled) compilation).rules();
  }
}
