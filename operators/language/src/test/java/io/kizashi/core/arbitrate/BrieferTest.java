package io.kizashi.core.arbitrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.content.Hostile;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Actor;
import io.kizashi.schema.Briefing;
import io.kizashi.schema.Briefing.Felt;
import io.kizashi.schema.Briefing.Said;
import io.kizashi.schema.Briefing.Touched;
import io.kizashi.schema.Briefing.Tried;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Explanation;
import io.kizashi.schema.Recommendation.MomentRef;
import io.kizashi.schema.Recommendation.Plan;
import io.kizashi.schema.Recommendation.Reasoning;
import io.kizashi.schema.Recommendation.Score;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.RulebookRef;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import io.kizashi.schema.state.History;
import io.kizashi.schema.state.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BrieferTest {
  private static final CustomerKey CUSTOMER = CustomerKey.customer("c-1");
  private static final long MINUTE = 60_000;
  private static final Rules RULES =
      rules(
          """
          rulebook: r
          moments:
            m:
              kind: moment_of_truth
              pattern: [ { event: called } ]
          actions:
            a: { kind: serve, to: agent, briefing: true, answers: [m], channels: [desk], expires: 1h, content: { desk: { en: a } } }
          """);

  private static final Reasoning WHY =
      new Reasoning(
          "en",
          Optional.empty(),
          Map.of("text", "hello"),
          new Score(1, 1, 0, 1, 1, 1, 0),
          Optional.empty(),
          new Explanation(Map.of(), List.of(), 0));

  private final List<Touchpoint> touchpoints = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private Set<String> shadow = Set.of();

  private static Rules rules(String text) {
    Compilation compilation = RulebookCompiler.compile(new RulebookDocument("r.yaml", 1, text));
    assertThat(compilation.problems()).isEmpty();
    return ((Compilation.Compiled) compilation).rules();
  }

  private void happens(String type, int minute, Actor actor, String text, Object... properties) {
    happens(type, minute, actor, Optional.empty(), text, properties);
  }

  private void happens(
      String type,
      int minute,
      Actor actor,
      Optional<Emotion> emotion,
      String text,
      Object... properties) {
    Map<String, Object> named =
        properties.length == 0
            ? Map.of()
            : Map.of((String) properties[0], properties[1], (String) properties[2], properties[3]);
    touchpoints.add(
        new Touchpoint(
            "t" + touchpoints.size(),
            type,
            minute * MINUTE,
            CUSTOMER,
            actor,
            Setting.on("chat"),
            emotion,
            text,
            named,
            0));
  }

  private static Recommendation recommendation(String id, int decided, int sent) {
    return new Recommendation(
        id,
        Recommendation.Status.ISSUED,
        CUSTOMER,
        new Plan(
            "offer_" + id,
            ActionKind.SELL,
            "customer",
            "line",
            sent * MINUTE,
            (sent + 60) * MINUTE,
            Recommendation.Ownership.UNSAID),
        new MomentRef("m" + id, "m", Moment.Kind.DROP_OFF, decided * MINUTE),
        Optional.empty(),
        new RulebookRef("r", 1, ""),
        decided * MINUTE,
        "t0");
  }

  private void decided(String id, int minute) {
    decisions.add(Decision.issued(recommendation(id, minute, minute)));
  }

  private void outcome(String id, int minute, String outcome) {
    happens(
        "recommendation_outcome",
        minute,
        Actor.SYSTEM,
        "",
        "recommendation",
        id,
        "outcome",
        outcome);
  }

  private Briefing brief(int minute) {
    return brief(Position.after(minute * MINUTE));
  }

  private Briefing brief(Position place) {
    History history = History.EMPTY;
    for (Touchpoint touchpoint : touchpoints) {
      history = history.with(touchpoint);
    }
    CustomerState state =
        CustomerState.EMPTY.withHistory(history).withDecisions(decisions).withShadow(shadow);
    World world = World.of(CustomerState.decode(state.encode()), RULES, new Misses());
    return new Briefer(world).brief(place);
  }

  private Briefing briefing() {
    return brief(1_000);
  }

  private List<String> tried() {
    return briefing().tried().stream().map(it -> it.action() + " " + it.outcome()).toList();
  }

  @Test
  void whatComesLaterIsNotKnownYet() {
    happens("called", 5, Actor.CUSTOMER, "hello");
    assertThat(brief(4)).isEqualTo(new Briefing(Optional.empty(), List.of(), List.of(), List.of()));
    assertThat(brief(5).touchpoints()).hasSize(1);
  }

  @Test
  void theCustomersWordsComeNewestFirstAndOthersNotAtAll() {
    happens("said", 1, Actor.CUSTOMER, "first");
    happens("said", 2, Actor.AGENT, "I see");
    happens("said", 3, Actor.CUSTOMER, " \u202Esecond\nline ");
    happens("said", 4, Actor.CUSTOMER, "\u200B");
    happens("said", 9, Actor.CUSTOMER, "later");
    assertThat(brief(5).said())
        .containsExactly(
            new Said(3 * MINUTE, "chat", "second line"), new Said(MINUTE, "chat", "first"));
  }

  @Test
  void noMoreIsSaidThanIsRead() {
    for (int i = 0; i < 20; i++) {
      happens("said", i, Actor.CUSTOMER, i + Hostile.FAMILY.repeat(2_000));
    }
    Briefing briefing = briefing();
    assertThat(briefing.said()).hasSize(Briefing.MOST_SAID);
    assertThat(briefing.said().get(0).text()).isEqualTo("19" + Hostile.FAMILY.repeat(117) + "…");
    assertThat(briefing.touchpoints())
        .hasSize(Briefing.MOST_TOUCHPOINTS)
        .startsWith(new Touched(19 * MINUTE, "said", "chat"));
  }

  @Test
  void recordsAreNoTouchpointsForStaff() {
    happens("called", 1, Actor.CUSTOMER, "");
    happens(Profile.TYPE, 2, Actor.SYSTEM, "");
    happens("consent_changed", 3, Actor.CUSTOMER, "");
    outcome("r1", 4, "opened");
    assertThat(briefing().touchpoints()).containsExactly(new Touched(MINUTE, "called", "chat"));
  }

  @Test
  void whatWasIssuedWasTriedWithItsNewestOutcome() {
    decided("r1", 1);
    decided("r2", 2);
    outcome("r1", 3, "opened");
    outcome("r1", 5, "declined");
    outcome("r1", 4, "clicked");
    assertThat(briefing().tried())
        .containsExactly(
            new Tried(2 * MINUTE, "offer_r2", "line", ""),
            new Tried(MINUTE, "offer_r1", "line", "declined"));
    assertThat(brief(3).tried().get(1).outcome()).isEqualTo("opened");
    assertThat(brief(1).tried()).hasSize(1);
  }

  @Test
  void whatWaitsIsOnlyNotedOrWasTakenBackWasNotTried() {
    decided("r1", 1);
    decided("r2", 2);
    decided("r3", 3);
    decided("r4", 4);
    decisions.add(Decision.held(recommendation("r5", 5, 500).with(WHY)));
    decisions.add(Decision.held(recommendation("r6", 6, 500).with(WHY)).takenBack());
    decisions.set(1, decisions.get(1).takenBack());
    decisions.set(2, decisions.get(2).takenBack());
    shadow = Set.of("r4");
    outcome("r3", 7, "accepted");
    assertThat(tried()).containsExactly("offer_r3 accepted", "offer_r1 ");
  }

  @Test
  void whatIsDecidedHereWasNotTriedBefore() {
    decided("r1", 1);
    happens("called", 1, Actor.CUSTOMER, "");
    Position cause = Cause.of(recommendation("r1", 1, 1)).at();
    assertThat(brief(cause).tried()).isEmpty();
    assertThat(brief(1).tried()).hasSize(1);
  }

  @Test
  void whatIsSentLaterWasNotTriedUntilThen() {
    decisions.add(Decision.issued(recommendation("r1", 1, 90)));
    assertThat(brief(89).tried()).isEmpty();
    assertThat(brief(90).tried()).hasSize(1);
  }

  @Test
  void whatFailedIsToldEvenWhenItsReportIsGone() {
    decisions.add(Decision.issued(recommendation("r1", 1, 1)).thatFailed());
    assertThat(tried()).containsExactly("offer_r1 failed");
  }

  @Test
  void onlyTheNewestFiveAreTold() {
    for (int i = 0; i < 9; i++) {
      decided("r" + i, i);
    }
    assertThat(tried()).hasSize(Briefing.MOST_TRIED).startsWith("offer_r8 ");
  }

  @Test
  void feelingsAreThoseThatRulesSee() {
    happens("said", 0, Actor.CUSTOMER, Optional.of(new Emotion(-1, 0.9, "anger", 1, "voice")), "");
    happens("said", 1, Actor.AGENT, Optional.of(new Emotion(1, 0, "joy", 1, "voice")), "");
    assertThat(brief(0).felt()).contains(new Felt(-0.666666667, -0.666666667, "anger"));
    assertThat(brief(30).felt()).contains(new Felt(-0.5, 0.166666667, "anger"));
    assertThat(brief(3 * 24 * 60).felt()).isEmpty();
  }

  @Test
  void whoOnlyActsFeelsNothing() {
    happens("called", 1, Actor.CUSTOMER, "");
    assertThat(briefing().felt()).isEmpty();
  }
}
