package io.kizashi.language.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.samskivert.mustache.Mustache;
import io.kizashi.core.content.ChannelLimits;
import io.kizashi.core.content.Filling;
import io.kizashi.core.content.Hostile;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.rules.Content;
import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words made of what touchpoints say. */
final class ContentTest {
  private static final List<String> FIELDS =
      List.of(
          "id",
          "type",
          "customer",
          "channel",
          "session",
          "contact",
          "case",
          "account",
          "place",
          "region",
          "stage",
          "text",
          "properties.value",
          "properties.a.dotted",
          "emotion.label",
          "emotion.source");
  private static final String HUGE = "{{x}}<b>" + Hostile.FAMILY.repeat(90_000);

  private static Touchpoint touchpoint(String text, Map<String, Object> properties) {
    String name = text.isEmpty() ? "nobody" : text;
    return new Touchpoint(
        text,
        text,
        0,
        CustomerKey.customer(name),
        Actor.CUSTOMER,
        new Setting(text, text, text, text, text, text, text, text, text, List.of("sense")),
        Optional.of(new Emotion(-0.5, 0.25, text, 1, text)),
        text,
        properties,
        0);
  }

  private static Content text(String template) {
    return ContentTemplates.compile(Map.of(Content.TEXT, template));
  }

  private static Content.Reader reader(Optional<String> address) {
    return new Content.Reader(address, Locale.ENGLISH, ZoneOffset.UTC, path -> true);
  }

  private static Bindings cart(String text) {
    Map<String, Object> properties =
        Map.of("value", text, "a.dotted", text, "number", 12.0, "nan", Double.NaN, "yes", true);
    return Bindings.none().capture("cart", new TouchpointView(touchpoint(text, properties)));
  }

  private static Optional<String> render(String channel, String template, String text) {
    Content content = text(template);
    return content
        .read(cart(text), reader(Optional.empty()))
        .flatMap(fillings -> content.render(channel, fillings))
        .map(parts -> String.join("", parts.values()));
  }

  @Test
  void everyFieldOfATouchpointMayStandInWords() {
    for (String field : FIELDS) {
      assertThat(render("line", "a {{cart." + field + "}} b", "カート")).as(field).contains("a カート b");
    }
    assertThat(render("line", "{{ cart.properties.number }}/{{{cart.properties.yes}}}", "x"))
        .contains("12/true");
    assertThat(render("line", "{{cart.actor}} {{cart.emotion.valence}}", "x"))
        .contains("customer -0.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sms", "line", "push", "email", "chat", "web", "app", "pigeon"})
  void whateverAFieldHoldsTheWordsAreCleanAndShortEnoughForTheirChannel(String channel) {
    int most = ChannelLimits.most(channel, Content.TEXT);
    for (String field : FIELDS) {
      for (String piece : Stream.concat(Hostile.PIECES.stream(), Stream.of(HUGE)).toList()) {
        render(channel, "a {{cart." + field + "}} b", piece)
            .ifPresent(
                words -> {
                  assertThat(words).hasSizeLessThanOrEqualTo(most).startsWith("a ").endsWith(" b");
                  assertThat(words).doesNotMatch("a\\h*b");
                  assertThat(Hostile.FORBIDDEN.matcher(words).find()).as(field).isFalse();
                });
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text",
        "properties.value",
        "emotion.label",
        "properties.absent",
        "properties.nan",
        "properties",
        "emotion",
        "emotion.none",
        "values",
        "text.length",
        "nothing"
      })
  void whatIsNoScalarOrNotThereMakesTheWordsIncomplete(String field) {
    assertThat(render("line", "Hello {{cart." + field + "}}", "")).isEmpty();
    assertThat(render("line", "Hello {{other." + field + "}}", "x")).isEmpty();
  }

  @Test
  void aTemplateInAValueStaysWhatItIs() {
    assertThat(render("line", "{{cart.text}}", "{{cart.properties.number}}{{{x}}}"))
        .contains("{{cart.properties.number}}{{{x}}}");
  }

  @Test
  void onlyTheHtmlOfAnEmailIsEscaped() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("subject", "{{cart.text}}");
    parts.put("html", "<p>{{cart.text}}</p><p>{{{cart.text}}}</p>");
    Content content = ContentTemplates.compile(parts);
    Map<String, Filling> fillings =
        content.read(cart("<i>A&B</i>\n"), reader(Optional.empty())).orElseThrow();
    String escaped = "<p>&lt;i&gt;A&amp;B&lt;/i&gt;</p>";
    assertThat(content.render("email", fillings).orElseThrow())
        .containsEntry("subject", "<i>A&B</i>")
        .containsEntry("html", escaped + escaped);
    assertThat(content.render("web", fillings).orElseThrow())
        .containsEntry("html", "<p><i>A&B</i></p><p><i>A&B</i></p>");
  }

  @Test
  void eachPartIsCutToItsOwnBound() {
    Map<String, String> parts = Map.of("title", "{{cart.text}}", "text", "{{cart.text}}!");
    Content content = ContentTemplates.compile(parts);
    Map<String, Filling> fillings =
        content.read(cart("あ".repeat(300)), reader(Optional.empty())).orElseThrow();
    assertThat(content.render("push", fillings).orElseThrow())
        .containsEntry("title", "あ".repeat(49) + "…")
        .containsEntry("text", "あ".repeat(176) + "…!");
    assertThat(fillings.get("cart.text"))
        .extracting(Filling::text)
        .isEqualTo("あ".repeat(199) + "…");
  }

  @Test
  void wordsThatAreTooLongByThemselvesAreNeverSent() {
    String words = "x".repeat(ChannelLimits.most("sms", Content.TEXT));
    assertThat(text(words + "{{cart.id}}").fixed(Content.TEXT)).isEqualTo(660);
    assertThat(text(words).fixed("subject")).isZero();
    assertThat(render("sms", words, "a")).contains(words);
    assertThat(render("sms", words + "{{cart.id}}", "a")).isEmpty();
    assertThat(render("line", words + "{{cart.id}}", "a")).contains(words + "a");
  }

  @Test
  void theAddressStandsAsAWholeWhereTheTemplateNamesIt() {
    Content content = text("{{address}}、{{cart.text}}");
    assertThat(content.read(cart("x"), reader(Optional.empty()))).isEmpty();
    Map<String, Filling> read = content.read(cart("x"), reader(Optional.of("山田様"))).orElseThrow();
    assertThat(content.render("line", read).orElseThrow()).containsEntry("text", "山田様、x");
  }

  @Test
  void wordsWithoutVariablesNeedNothing() {
    assertThat(render("line", "いつもありがとうございます。", "")).contains("いつもありがとうございます。");
  }

  @Test
  void templatesReadAsMustacheReadsThem() {
    Bindings cart = cart("x");
    Map<String, Object> values = Map.of("cart", cart.find("cart").orElseThrow());
    for (String template :
        List.of(
            "",
            "x",
            "{{cart.text}}",
            " {{ cart.text }}\n{{cart.properties.value}} ",
            "{{{cart.text}}}{{&cart.properties.value}}",
            "a\n{{! a remark }}\nb {{! another }} c",
            "{{=<% %>=}}<% cart.text %>}",
            "}{{cart.text}}{")) {
      Content content = text(template);
      Map<String, Filling> read = content.read(cart, reader(Optional.empty())).orElseThrow();
      assertThat(content.render("line", read).orElseThrow().get(Content.TEXT))
          .isEqualTo(Mustache.compiler().compile(template).execute(values));
    }
  }
}
