package io.kizashi.language.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.yaml.Fix;
import io.kizashi.schema.RulebookDocument;
import org.junit.jupiter.api.Test;

/** What the compiler says of steps that name a moment, to the letter. */
final class FollowedReaderTest {
  /** Moments a, of a touchpoint, and b and c in one line each. */
  private static String rules(String b, String c) {
    return """
    rulebook: r
    moments:
      mail_unopened: { kind: drop_off, pattern: [ { event: mail_sent } ] }
      line_unread: { kind: drop_off, %s }
      call_missed: { kind: drop_off, %s }
    actions:
      help: { kind: serve, answers: [mail_unopened, line_unread, call_missed], channels: [web], expires: 1h, content: { web: { en: Hello } } }
    """
        .formatted(b, c);
  }

  private static final String PLAIN = "pattern: [ { event: call_started } ]";
  private static final String FOLLOWING = "pattern: [ { moment: mail_unopened } ]";

  private static String said(String rulebook) {
    return GoldenErrors.problemsOf("r.yaml", rulebook);
  }

  @Test
  void aMomentMayFollowOneAndAnother() {
    assertThat(
            said(
                rules(
                    "pattern: [ { moment: mail_unopened, as: mail }, { absence: line_read, for: 1d"
                        + " } ]",
                    "pattern: [ { event: call_started }, { moment: line_unread, within: 2d } ],"
                        + " when: 'now > timestamp(\"2026-01-01T00:00:00Z\")'")))
        .isEmpty();
  }

  @Test
  void noGuardHoldsYetWhereMomentsFollow() {
    String holding = "policies: { guards: [ { suppress: [serve], when: 'true', then: hold } ] }\n";
    assertThat(said(rules(FOLLOWING, PLAIN) + holding))
        .contains("error: a guard can't hold yet where moments follow others [not_yet]");
    assertThat(said(rules(PLAIN, PLAIN) + holding)).doesNotContain("not_yet");
  }

  @Test
  void theNameMustBeAMoments() {
    assertThat(said(rules("pattern: [ { moment: mail_unopend } ]", PLAIN)))
        .isEqualTo(
            """
            r.yaml:4:55: error: there is no moment 'mail_unopend' [unknown_name]
             |   line_unread: { kind: drop_off, pattern: [ { moment: mail_unopend } ] }
             |                                                       ^
               hint: did you mean 'mail_unopened'?\
            """);
  }

  @Test
  void aNameThatIsNearIsTheFix() {
    String rulebook = rules("pattern: [ { moment: mail_unopend } ]", PLAIN);
    assertThat(RulebookCompiler.compile(new RulebookDocument("r.yaml", 1, rulebook)).problems())
        .singleElement()
        .satisfies(
            it -> assertThat(it.fix()).hasValue(new Fix(4, 55, "mail_unopend", "mail_unopened")));
  }

  @Test
  void itCantFollowItself() {
    assertThat(said(rules("pattern: [ { moment: line_unread } ]", PLAIN)))
        .isEqualTo(
            """
            r.yaml:4:55: error: 'line_unread' can't follow itself [circular]
             |   line_unread: { kind: drop_off, pattern: [ { moment: line_unread } ] }
             |                                                       ^
               hint: begin it with what happens, not with a moment\
            """);
  }

  @Test
  void noTwoFollowEachOther() {
    assertThat(
            said(
                rules(
                    "pattern: [ { moment: call_missed } ]",
                    "pattern: [ { event: call_started }, { moment: line_unread } ]")))
        .isEqualTo(
            """
            r.yaml:4:55: error: 'line_unread' follows 'call_missed', which follows it (r.yaml:5) [circular]
             |   line_unread: { kind: drop_off, pattern: [ { moment: call_missed } ] }
             |                                                       ^
               hint: begin one of them with what happens, not with a moment
            r.yaml:5:80: error: 'call_missed' follows 'line_unread', which follows it (r.yaml:4) [circular]
             |   call_missed: { kind: drop_off, pattern: [ { event: call_started }, { moment: line_unread } ] }
             |                                                                                ^
               hint: begin one of them with what happens, not with a moment\
            """);
  }

  @Test
  void whatIsInEarnestFollowsNothingInShadow() {
    assertThat(said(rules("shadow: true, " + PLAIN, "pattern: [ { moment: line_unread } ]")))
        .isEqualTo(
            """
            r.yaml:5:55: error: 'line_unread' runs in shadow, but 'call_missed' is in earnest [useless]
             |   call_missed: { kind: drop_off, pattern: [ { moment: line_unread } ] }
             |                                                       ^
               hint: give 'call_missed' shadow: true too, or take it from 'line_unread'\
            """);
  }

  @Test
  void whatIsInShadowFollowsWhatIsInEarnestOrInShadow() {
    assertThat(
            said(
                rules(
                    "shadow: true, " + FOLLOWING,
                    "shadow: true, pattern: [ { moment: line_unread } ]")))
        .isEmpty();
  }

  @Test
  void mattersAreNotToldApartYet() {
    assertThat(said(rules("by: 'event.case', " + FOLLOWING, PLAIN)))
        .isEqualTo(
            """
            r.yaml:4:73: error: 'by' does not go with a moment step yet [not_yet]
             |   line_unread: { kind: drop_off, by: 'event.case', pattern: [ { moment: mail_unopened } ] }
             |                                                                         ^
               hint: leave by: out, or give it to 'mail_unopened', which it follows\
            """);
  }

  @Test
  void itSaysNothingOfFeelingsYet() {
    assertThat(said(rules("feels: { valence: -0.5 }, " + FOLLOWING, PLAIN)))
        .isEqualTo(
            """
            r.yaml:4:81: error: 'feels' does not go with a moment step yet [not_yet]
             |   line_unread: { kind: drop_off, feels: { valence: -0.5 }, pattern: [ { moment: mail_unopened } ] }
             |                                                                                 ^
               hint: leave feels: out, or give it to 'mail_unopened', which it follows\
            """);
  }

  @Test
  void noGuardGoesByItYet() {
    String guards =
        "policies: { guards: [ { suppress: [serve], after: { moment: line_unread }, for: 1h } ]"
            + " }\n";
    assertThat(said(rules(FOLLOWING, PLAIN) + guards))
        .isEqualTo(
            """
            r.yaml:8:61: error: a guard can't go by a moment that follows another moment yet [not_yet]
             | policies: { guards: [ { suppress: [serve], after: { moment: line_unread }, for: 1h } ] }
             |                                                             ^
               hint: name the moment that 'line_unread' follows\
            """);
  }

  @Test
  void aStepHasNoConditionNorRepetitions() {
    assertThat(said(rules("pattern: [ { moment: mail_unopened, times: 2 } ]", PLAIN)))
        .isEqualTo(
            """
            r.yaml:4:70: error: 'times' means nothing in a moment step [unknown_key]
             |   line_unread: { kind: drop_off, pattern: [ { moment: mail_unopened, times: 2 } ] }
             |                                                                      ^
               hint: known here: as, moment, within\
            """);
  }
}
