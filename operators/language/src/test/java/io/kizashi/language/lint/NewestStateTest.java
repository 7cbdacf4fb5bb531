package io.kizashi.language.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.library.Bundle;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewestStateTest {
  private static final Path SAMPLES = Path.of("../../sample-streams");

  private static final String HEAD =
      """
      rulebook: r
      signals:
        cart_value: { latest: 'event.properties.cartValue', where: 'event.type == "cart_updated"' }
        carts: { count: 'event.type == "cart_updated"', within: 1h }
        quote_value: { latest: 'event.properties.cartValue', where: 'event.type == "quote_sent"' }
      segments:
        full: 'signals.cart_value >= 3000.0'
        busy: 'signals.carts > 2.0'
      moments:
        m:
          kind: drop_off
          feels: { valence: -0.3 }
      """;

  private static final String CART =
      "{ event: cart_updated, where: 'event.properties.cartValue >= 3000.0', as: cart }";
  private static final String SILENCE = "{ absence: order_placed, for: 30m }";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "when: 'segments.busy'", // asks for carts, and not what they are worth
        "when: 'signals.quote_value >= 3000.0'", // asks another type
        "when: 'cart.properties.cartValue >= 3000.0'", // asks the anchor
        "restart: first",
        "by: 'event.properties.cartId'",
        "severity: 'min(1.0, signals.cart_value / 20000.0)'",
        "unless: call_started",
        "unless: { event: cart_updated, where: 'event.channel == \"app\"' }",
        "unless: { event: quote_sent, where: 'event.properties.cartValue < 3000.0' }",
      })
  void anAnchorThatNothingAsksAgainIsWarnedOf(String rest) {
    assertThat(warned(pattern(CART, SILENCE) + "    " + rest)).containsExactly("cartValue");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "when: 'signals.cart_value >= 3000.0'",
        "when: 'segments.full'",
        "by: 'event.properties.cartValue'",
        "unless: cart_updated",
        "unless: { event: cart_updated, where: 'event.properties.cartValue < 3000.0' }",
        "unless: { event: any, where: 'event.type in [\"call_started\", \"cart_updated\"]' }",
        "unless: { event: any, where: 'event.properties.cartValue < cart.properties.cartValue' }",
      })
  void oneThatIsAskedAgainIsNot(String rest) {
    assertThat(warned(pattern(CART, SILENCE) + "    " + rest)).isEmpty();
  }

  static Stream<List<String>> silent() {
    String large = "{ event: cart_updated, where: 'event.properties.cartValue >= 9000.0' }";
    String small = "'event.properties.cartValue < 3000.0'";
    return Stream.of(
        List.of(CART),
        List.of("{ event: cart_updated, as: cart }", SILENCE),
        List.of(CART, "{ absence: cart_updated, where: " + small + ", for: 30m }"),
        List.of(CART, "{ absence: cart_updated, for: 30m }"),
        List.of(CART, large, SILENCE),
        List.of(times("'event.properties.cartValue >= 3000.0'"), SILENCE),
        List.of(CART, "{ event: checked_out, where: 'event.session == cart.session' }"),
        List.of(which("event.properties.page == \"/pricing\""), SILENCE),
        List.of(which("event.properties.step in [\"income\", \"identity\"]"), SILENCE),
        List.of(which("event.properties.page.startsWith(\"/pricing\")"), SILENCE),
        List.of(which("has(event.properties.cause)"), SILENCE),
        List.of(which("event.channel == \"web\""), SILENCE));
  }

  @ParameterizedTest
  @MethodSource("silent")
  void noStateIsWhatNamesAThingOrIsCountedOrTiedToTheAnchor(List<String> steps) {
    assertThat(warned(pattern(steps.toArray(String[]::new)))).isEmpty();
  }

  static Stream<List<String>> hidden() {
    return Stream.of(
        List.of(CART, "{ event: session_ended }"),
        List.of(CART, "{ event: checkout_viewed, within: 1h }"),
        List.of(CART, "{ event: cart_updated, as: more }", SILENCE),
        List.of(which("event.properties.cartValue != 0.0"), SILENCE),
        List.of(which("!(event.properties.cartValue < 3000.0)"), SILENCE),
        List.of(which("event.properties.cartValue == true"), SILENCE),
        List.of(which("event.properties.cartValue"), SILENCE),
        List.of(which("0.9 * event.properties.cartValue - 5.0 > signals.carts"), SILENCE),
        List.of(which("max(event.properties.cartValue, 1.0) == signals.carts"), SILENCE));
  }

  @ParameterizedTest
  @MethodSource("hidden")
  void amountsAndTruthsAreStatesWhateverFollows(List<String> steps) {
    assertThat(warned(pattern(steps.toArray(String[]::new)))).containsExactly("cartValue");
  }

  @Test
  void everyPropertyIsToldOf() {
    String both = "event.properties.open == true && event.properties.items > 0.0";
    assertThat(warned(pattern(which(both), SILENCE))).containsExactly("open", "items");
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES, 3)) {
      return files.filter(file -> file.endsWith("rulebook.yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSamplesAskForWhatIsSoByThen(Path rulebook) throws IOException {
    assertThat(warned(Bundle.join(Files.readString(rulebook), file -> Optional.empty()))).isEmpty();
  }

  private static String which(String where) {
    return "{ event: cart_updated, where: '" + where + "' }";
  }

  private static String times(String where) {
    return "{ event: cart_updated, where: " + where + ", times: 2, within: 1h }";
  }

  private static String pattern(String... steps) {
    return HEAD + "    pattern: [ " + String.join(", ", steps) + " ]\n";
  }

  /** The properties that are warned of, in the order of the text. */
  private static List<String> warned(String text) {
    Compilation compiled = RulebookCompiler.compile(new RulebookDocument("r.yaml", 1, text));
    assertThat(compiled.problems())
        .as(text)
        .noneMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    return compiled.problems().stream()
        .filter(problem -> problem.code().equals("not_asked_again"))
        .map(problem -> problem.message().replaceAll(".* of '(\\w+)'.*", "$1"))
        .toList();
  }
}
