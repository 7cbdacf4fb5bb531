package io.kizashi.language.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.content.ChannelLimits;
import io.kizashi.core.content.Hostile;
import io.kizashi.core.content.Line;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.rules.Content;
import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever touchpoints say: what is sent fits its channel and steers nobody's screen. */
final class WordsPropertiesTest {
  private static final int MOST = 200;

  @Provide
  Arbitrary<String> channels() {
    return Arbitraries.of("sms", "line", "push", "email", "chat", "web", "app", "pigeon");
  }

  @Provide
  Arbitrary<String> parts() {
    return Arbitraries.of("text", "title", "subject", "body", "html", "sender");
  }

  @Provide
  Arbitrary<String> texts() {
    return Hostile.texts();
  }

  @Property(tries = 3_000)
  void wordsFitTheirChannelAndAreCutWhereAGraphemeEnds(
      @ForAll("channels") String channel,
      @ForAll("parts") String part,
      @ForAll("texts") String text,
      @ForAll @IntRange(max = 700) int fixed) {
    String words = "x".repeat(fixed);
    Content content = ContentTemplates.compile(Map.of(part, words + "[{{t.properties.p}}]"));
    content
        .read(
            said(text),
            new Content.Reader(Optional.empty(), Locale.JAPANESE, ZoneOffset.UTC, path -> true))
        .flatMap(fillings -> content.render(channel, fillings))
        .map(rendered -> rendered.getOrDefault(part, ""))
        .ifPresent(
            sent -> {
              assertThat(sent).startsWith(words + "[").endsWith("]");
              assertThat(sent.length()).isLessThanOrEqualTo(ChannelLimits.most(channel, part));
              assertThat(Hostile.FORBIDDEN.matcher(sent).find()).isFalse();
              String value = sent.substring(fixed + 1, sent.length() - 1);
              boolean html = channel.equals("email") && part.equals("html");
              assertThat(html ? shown(value) : value).isIn(cuts(text));
            });
  }

  private static Object[] cuts(String text) {
    Line line = Line.of(text, MOST).orElseThrow();
    return IntStream.rangeClosed(2, MOST).mapToObj(line::upTo).distinct().toArray();
  }

  /** What a reader of HTML sees. */
  private static String shown(String html) {
    assertThat(html).doesNotContain("<", ">", "\"", "'");
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static Bindings said(String text) {
    Touchpoint touchpoint =
        new Touchpoint(
            "t",
            "said",
            0,
            CustomerKey.customer("c-1"),
            Actor.CUSTOMER,
            Setting.NONE,
            Optional.empty(),
            "",
            Map.of("p", text),
            0);
    return Bindings.none().capture("t", new TouchpointView(touchpoint));
  }
}
