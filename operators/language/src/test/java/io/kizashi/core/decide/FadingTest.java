package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.inforce.Succession;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Position;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Feelings fade as their channel tells. Times are minutes of the story. */
final class FadingTest {
  private static final long MINUTE = 60_000;
  private static final double BILLIONTH = 1e-9;
  private static final String BY_CHANNEL =
      "emotion: { half-life: { chat: 30m, email: 2d, review: 7d, other: 1h } }";
  private static final Map<String, Double> MINUTES =
      Map.of("chat", 30.0, "email", 2 * 1440.0, "review", 7 * 1440.0);

  private static String book(String emotion) {
    return """
    rulebook: r
    disorder: 0s
    history: { touchpoints: 3, for: 1h }
    %s
    moments:
      asks:
        kind: moment_of_truth
        pattern: [ { event: order_viewed } ]
        when: 'emotion.valence < -0.3'
      named:
        kind: drop_off
        pattern: [ { event: never } ]
        when: 'emotion.trend > 1.0 || emotion.lowest > 2.0 || emotion.highest > 2.0 || emotion.label == "x"'
    """
        .formatted(emotion);
  }

  private static Touchpoint said(
      String id, String channel, long minute, double valence, String label) {
    return new Touchpoint(
        id,
        "said",
        CustomerStory.START + minute * MINUTE,
        CustomerKey.customer("c-1"),
        Actor.CUSTOMER,
        Setting.on(channel),
        Optional.of(new Emotion(valence, 0.5, label, 0.8, "text")),
        "",
        Map.of(),
        0);
  }

  private static Map<?, ?> emotion(CustomerStory story, long minute) {
    return (Map<?, ?>)
        World.of(story.state, story.inForce.rules(), new Misses())
            .at(Position.after(CustomerStory.START + minute * MINUTE))
            .find("emotion")
            .orElseThrow();
  }

  private static List<String> whenOrdersAreViewed(String emotion, String channel) {
    return new CustomerStory(book(emotion))
        .arrives(said("mail", channel, 0, -1, "anger"))
        .at(30 * 60, "order_viewed", "soon")
        .at(24 * 3600, "order_viewed", "next_day")
        .standing();
  }

  @Test
  void aFuriousMailIsNotForgottenWithinADay() {
    assertThat(whenOrdersAreViewed(BY_CHANNEL, "email"))
        .containsExactly("asks@1800.0:soon", "asks@86400.0:next_day");
    assertThat(whenOrdersAreViewed(BY_CHANNEL, "chat")).containsExactly("asks@1800.0:soon");
    assertThat(whenOrdersAreViewed("", "email")).containsExactly("asks@1800.0:soon");
    assertThat(whenOrdersAreViewed("emotion: { half-life: 2d }", "chat")).hasSize(2);
  }

  /** By the formula, over everything that was said. */
  private static double valence(List<Touchpoint> all, long now) {
    double values = 0;
    double weights = 0.5;
    for (Touchpoint t : all) {
      double halfLife = MINUTES.getOrDefault(t.setting().channel(), 60.0);
      double age = (now - t.time()) / (double) MINUTE;
      if (age >= 0) {
        Emotion emotion = t.emotion().orElseThrow();
        double weight = emotion.confidence() * Math.pow(2, -age / halfLife);
        values += weight * emotion.valence();
        weights += weight;
      }
    }
    return values / weights;
  }

  @Test
  void whatLeftTheHistoryFadesAsItsChannelTells() {
    CustomerStory story = new CustomerStory(book(BY_CHANNEL));
    List<String> channels = List.of("chat", "email", "review", "store", "email", "chat");
    List<Touchpoint> all = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      double valence = (i * 7 % 11 - 5) / 5.0;
      Touchpoint t = said("t" + i, channels.get(i % 6), i * 53L, valence, i % 2 == 0 ? "joy" : "");
      all.add(t);
      story.arrives(t).provenAt(t.time());
      Map<?, ?> felt = emotion(story, i * 53L);
      double before = valence(all, t.time() - 30 * MINUTE);
      assertThat((Double) felt.get("valence")).isCloseTo(valence(all, t.time()), within(BILLIONTH));
      assertThat((Double) felt.get("trend"))
          .isCloseTo(valence(all, t.time()) - before, within(2 * BILLIONTH));
      double lowest =
          all.stream()
              .filter(it -> it.time() > t.time() - 24 * 60 * MINUTE)
              .mapToDouble(it -> valence(all.subList(0, all.indexOf(it) + 1), it.time()))
              .min()
              .orElseThrow();
      assertThat((Double) felt.get("lowest")).isCloseTo(lowest, within(BILLIONTH));
    }
    assertThat(story.state.history().touchpoints()).hasSizeLessThan(10);
    assertThat(story.state.kept("emotion.valence").toList()).hasSizeLessThan(12);
    assertThat((Double) emotion(story, 20_000).get("valence"))
        .isCloseTo(valence(all, CustomerStory.START + 20_000 * MINUTE), within(BILLIONTH));
  }

  @Test
  void theLabelThatFadesSlowlyOutlivesTheOneThatWasSaidLater() {
    CustomerStory story =
        new CustomerStory(book(BY_CHANNEL))
            .arrives(said("a", "email", 0, -1, "anger"))
            .arrives(said("b", "chat", 60, 1, "joy"));
    assertThat(emotion(story, 60).get("label")).isEqualTo("joy");
    assertThat(emotion(story, 120).get("label")).isEqualTo("anger");
    story.at(10 * 3600, "seen", "c").at(11 * 3600, "seen", "d").proven(20 * 3600);
    story.at(21 * 3600, "seen", "e").proven(30 * 3600);
    assertThat(emotion(story, 40_000_000).get("label")).isEqualTo("anger");
  }

  @Test
  void anotherHalfLifeStartsFromWhatIsRetained() {
    CustomerStory story =
        new CustomerStory(book(""))
            .arrives(said("a", "email", 0, -1, "anger"))
            .provenAt(CustomerStory.START + 300 * MINUTE)
            .arrives(said("b", "email", 300, -0.5, "anger"))
            .provenAt(CustomerStory.START + 310 * MINUTE);
    assertThat(story.state.history().touchpoints()).extracting(Touchpoint::id).containsExactly("b");
    Rules next = CustomerStory.compile(book(BY_CHANNEL), 2);
    Succession both = story.inForce.succession().then(next, CustomerStory.START + 311 * MINUTE);
    story.inForce = new InForce(both, "c-1", List.of());
    story.sweep(312 * 60);
    assertThat(story.inForce.rules().moment("asks").orElseThrow().definition())
        .isEqualTo(next.moment("asks").orElseThrow().definition());
    Map<?, ?> felt =
        (Map<?, ?>)
            World.of(story.state, next, new Misses())
                .at(Position.after(CustomerStory.START + 312 * MINUTE))
                .find("emotion")
                .orElseThrow();
    double left = 0.8 * Math.pow(2, -12 / 2880.0);
    assertThat((Double) felt.get("valence"))
        .isCloseTo(-0.5 * left / (0.5 + left), within(BILLIONTH));
  }

  @Test
  void whoReadsFeelingsIsAnotherRuleAndNobodyElse() {
    Rules plain = CustomerStory.compile(book(""));
    Rules same = CustomerStory.compile(book("emotion: { half-life: { email: 30m } }"));
    Rules other = CustomerStory.compile(book(BY_CHANNEL));
    assertThat(definition(same, "asks")).isEqualTo(definition(plain, "asks"));
    assertThat(definition(other, "asks")).isNotEqualTo(definition(plain, "asks"));
    String silent = "\n  silent: { kind: drop_off, pattern: [ { event: a } ] }\n";
    String text = book("").stripTrailing() + silent;
    String changed = book(BY_CHANNEL).stripTrailing() + silent;
    assertThat(definition(CustomerStory.compile(changed), "silent"))
        .isEqualTo(definition(CustomerStory.compile(text), "silent"));
  }

  private static Object definition(Rules rules, String moment) {
    return rules.moment(moment).orElseThrow().definition();
  }
}
