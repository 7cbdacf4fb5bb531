package io.kizashi.core.decide;

import static io.kizashi.core.decide.CustomerStory.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.inforce.InForce;
import io.kizashi.core.inspect.Inspection;
import io.kizashi.schema.Time;
import io.kizashi.schema.reply.Course;
import io.kizashi.schema.reply.Decided;
import io.kizashi.schema.reply.Decided.Fate;
import io.kizashi.schema.reply.Reply;
import io.kizashi.schema.reply.Reply.Known;
import io.kizashi.schema.reply.Reply.Unknown;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.testing.Seeds;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is told of a customer agrees with what is decided. Times are seconds of the story. */
final class InspectionTest {
  private static final int HOUR = 3_600;
  private static final int CASES = 200;

  private static final String HEAD =
      """
      rulebook: r
      disorder: 10s
      history: { touchpoints: 50, for: 30d }
      """;

  /** When the last touchpoint of a random story came. */
  private int last;

  private static CustomerStory story(String moments) {
    return new CustomerStory(HEAD + "moments:\n" + moments.indent(2) + ACTIONS);
  }

  private static final String ACTIONS =
      """
      actions:
        help: { kind: sell, answers: [m], channels: [web], expires: 1d, content: { web: { en: a } } }
      """;

  private static Known known(CustomerStory story, long seconds) {
    CustomerState before = story.state;
    Known known =
        (Known) Inspection.of(story.state, InForce.always(story.inForce.rules()), at(seconds));
    assertThat(story.state.encode()).isEqualTo(before.encode());
    return known;
  }

  private static long at(long seconds) {
    return START + seconds * 1_000;
  }

  private static List<String> courses(CustomerStory story, long seconds) {
    return known(story, seconds).courses().stream().map(InspectionTest::show).toList();
  }

  private static String show(Course course) {
    String waits =
        course
            .awaited()
            .map(
                it ->
                    " waits %dx from %s in %d/%d for %s%s %d/%d until %s"
                        .formatted(
                            course.waiting(),
                            it.way().anchor(),
                            it.way().step(),
                            it.way().steps(),
                            it.silence() ? "no " : "",
                            it.type(),
                            it.number(),
                            it.times(),
                            it.until() == Time.NEVER ? "ever" : seconds(it.until())))
            .orElse("");
    String halts =
        course
            .halt()
            .map(
                it ->
                    " ended %dx %s from %s in %d at %s by '%s' '%s'"
                        .formatted(
                            course.ended(),
                            it.obstacle().wire(),
                            it.way().anchor(),
                            it.way().step(),
                            seconds(it.at()),
                            it.by(),
                            it.condition()))
            .orElse("");
    return course.rule() + " stands " + course.standing().size() + waits + halts;
  }

  private static String seconds(long time) {
    return String.valueOf((time - START) / 1_000);
  }

  @Test
  void whoWasNeverMetIsUnknown() {
    CustomerStory story = story("m: { kind: drop_off, pattern: [ { event: view } ] }");
    assertThat(Inspection.of(story.state, story.inForce, at(0))).isEqualTo(new Unknown());
    story.at(0, "elsewhere", "a");
    assertThat(courses(story, 0)).isEmpty();
  }

  @Test
  void theSecondViewIsWaitedForUntilItComesOrItsTimeIsOver() {
    CustomerStory story =
        story("m: { kind: drop_off, pattern: [ { event: view, times: 2, within: 1h } ] }");
    story.at(0, "view", "a");
    assertThat(courses(story, 0))
        .containsExactly("m stands 0 waits 1x from a in 1/1 for view 2/2 until 3600");
    assertThat(courses(story.proven(HOUR), HOUR)).hasSize(1);
    story.at(2 * HOUR, "other", "b").proven(2 * HOUR);
    assertThat(courses(story, 2 * HOUR))
        .containsExactly("m stands 0 ended 1x too_late from a in 1 at 3600 by '' ''");
    story.at(2 * HOUR + 1, "view", "c").at(2 * HOUR + 2, "view", "d");
    assertThat(story.standing()).hasSize(1);
    assertThat(courses(story, 2 * HOUR + 2))
        .containsExactly(
            "m stands 1 waits 1x from d in 1/1 for view 2/2 until 10802"
                + " ended 1x too_late from a in 1 at 3600 by '' ''");
  }

  @Test
  void whatIsOverIsOverThoughSomethingElseIsStillPending() {
    CustomerStory story =
        story(
            """
            m: { kind: drop_off, pattern: [ { event: view, times: 2, within: 1h } ] }
            n: { kind: drop_off, pattern: [ { event: view }, { absence: order, for: 9h } ] }
            """);
    story.at(0, "view", "a").proven(2 * HOUR);
    assertThat(courses(story, 2 * HOUR))
        .containsExactly(
            "m stands 0 ended 1x too_late from a in 1 at 3600 by '' ''",
            "n stands 0 waits 1x from a in 2/2 for no order 1/1 until 32400");
  }

  @Test
  void aSilenceIsWaitedForAndWhatBreaksItIsNamed() {
    CustomerStory story =
        story("m: { kind: drop_off, pattern: [ { event: cart }, { absence: order, for: 30m } ] }");
    story.at(0, "cart", "a").at(60, "cart", "b").proven(60);
    assertThat(courses(story, 60))
        .containsExactly(
            "m stands 0 waits 1x from b in 2/2 for no order 1/1 until 1860"
                + " ended 1x replaced from a in 2 at 60 by '' ''");
    story.at(120, "order", "o").proven(120);
    assertThat(courses(story, 120))
        .containsExactly("m stands 0 ended 2x broken from b in 2 at 120 by 'o' ''");
    story.at(200, "cart", "c").proven(2_000);
    assertThat(courses(story, 2_000)).first().asString().contains("until 2000");
    story.proven(2_010);
    assertThat(story.standing()).hasSize(1);
    assertThat(courses(story, 2_010)).first().asString().startsWith("m stands 1 ended 2x broken");
  }

  @Test
  void aSilenceInTheMiddleIsWaitedForBeforeWhatFollowsIt() {
    CustomerStory story =
        story(
            "m: { kind: drop_off, pattern: [ { event: cart }, { absence: order, for: 30m }, {"
                + " event: visit, within: 1h } ] }");
    story.at(0, "cart", "a").proven(60);
    assertThat(courses(story, 60))
        .containsExactly("m stands 0 waits 1x from a in 2/3 for no order 1/1 until 1800");
    story.proven(1_900);
    story.at(1_900, "other", "b");
    assertThat(courses(story, 1_900))
        .first()
        .asString()
        .contains("in 3/3 for visit 1/1 until 5400");
  }

  @Test
  void whatTheRuleExceptsAndWhatDoesNotHoldAtTheEndAreNamed() {
    CustomerStory story =
        story(
            "m: { kind: drop_off, pattern: [ { event: cart, as: c }, { event: leave, within: 1h }"
                + " ], unless: chat, when: 'c.properties.value > 3.0' }");
    story.at(0, "cart", "a", "value", 9.0).at(1, "chat", "b");
    assertThat(courses(story, 1))
        .containsExactly("m stands 0 ended 1x excepted from a in 2 at 1 by 'b' ''");
    story.at(10, "cart", "c", "value", 1.0).at(11, "leave", "d");
    assertThat(courses(story, 11))
        .containsExactly(
            "m stands 0 ended 2x condition from c in 2 at 11 by '' 'c.properties.value > 3.0'");
    story.at(20, "cart", "e").at(21, "leave", "f");
    assertThat(courses(story, 21))
        .containsExactly("m stands 0 ended 3x unread from e in 2 at 21 by '' 'moments.m.when'");
  }

  @Test
  void whatIsTooSoonAfterAnotherSaysWhich() {
    CustomerStory story =
        story("m: { kind: drop_off, pattern: [ { event: view } ], once-per: 1h }");
    story.at(0, "view", "a").at(60, "view", "b");
    String first = story.moments.get(0).id();
    assertThat(courses(story, 60))
        .containsExactly("m stands 1 ended 1x once_per from b in 1 at 60 by '" + first + "' ''");
  }

  @Test
  void aDateThatCantBeReadIsNamedByItsPlace() {
    CustomerStory story =
        story(
            "m: { kind: drop_off, pattern:"
                + " [ { event: promised, as: p }, { absence: call, until: 'p.properties.at' } ] }");
    story.at(0, "promised", "a", "at", "soon");
    assertThat(courses(story, 0))
        .containsExactly("m stands 0 ended 1x no_date from a in 2 at 0 by '' 'moments.m.until'");
    assertThat(known(story, 0).unread()).containsExactly("moments.m.until");
  }

  @Test
  void theEndOfASessionIsWaitedFor() {
    CustomerStory story =
        story("m: { kind: drop_off, pattern: [ { event: view }, { event: session_ended } ] }");
    story.at(0, "view", "a").proven(1);
    assertThat(courses(story, 1))
        .containsExactly("m stands 0 waits 1x from a in 2/2 for session_ended 1/1 until 1800");
  }

  @Test
  void whatWasDecidedAndWhatKeepsMessagesBackIsTold() {
    CustomerStory story =
        new CustomerStory(
            HEAD
                + """
                moments:
                  m: { kind: drop_off, pattern: [ { event: view } ] }
                actions:
                  help: { kind: sell, answers: [m], channels: [web], expires: 1d, content: { web: { en: a } } }
                policies:
                  caps: [ { limit: 1, per: 1d } ]
                  guards: [ { suppress: [sell], when: 'customer.angry == true' } ]
                """);
    story.at(0, "view", "a").at(60, "view", "b");
    Known known = known(story, 60);
    assertThat(known.decided())
        .extracting(Decided::fate)
        .containsExactly(Fate.WITHHELD, Fate.ISSUED);
    assertThat(known.decided().get(0).losses())
        .extracting(Decided.Loss::reason)
        .containsExactly("capped");
    assertThat(known.restraints()).extracting(Reply.Restraint::detail).containsExactly("1 per 1d");
    story.at(120, "profile_updated", "p", "angry", true);
    assertThat(known(story, 120).restraints())
        .extracting(Reply.Restraint::reason)
        .containsExactly("upset", "capped");
    assertThat(known(story, 2 * 24 * HOUR).restraints())
        .extracting(Reply.Restraint::reason)
        .containsExactly("upset");
    assertThat(known.kept().touchpoints()).isEqualTo(2);
  }

  /** What waits and is left alone becomes a moment, and nothing else does. */
  @Test
  void aSilenceThatIsWaitedForBecomesAMomentWhereNothingComes() {
    String rule =
        "m: { kind: drop_off, by: 'event.properties.cart', pattern:"
            + " [ { event: cart }, { absence: order, for: 30m } ] }";
    int waited = 0;
    for (long seed = Seeds.seed(); seed < Seeds.seed() + CASES; seed++) {
      CustomerStory story = wander(story(rule), new Random(seed), "cart", "order");
      int standing = story.standing().size();
      int waiting = known(story, last).courses().stream().mapToInt(Course::waiting).sum();
      story.ends();
      assertThat(story.standing()).as("seed %d", seed).hasSize(standing + waiting);
      waited += waiting;
    }
    assertThat(waited).isGreaterThan(CASES / 4);
  }

  /** What is waited for makes a moment where it comes in time, and none where it comes too late. */
  @Test
  void whatIsWaitedForMakesAMomentWhereItComesInTime() {
    String rule = "m: { kind: drop_off, pattern: [ { event: view, times: 3, within: 30m } ] }";
    for (long seed = Seeds.seed(); seed < Seeds.seed() + CASES; seed++) {
      CustomerStory story = wander(story(rule), new Random(seed), "view", "other");
      for (Course.Wait wait :
          known(story, last).courses().stream().flatMap(it -> it.awaited().stream()).toList()) {
        assertThat(wait.way().since()).isLessThan(wait.until());
        long until = (wait.until() - START) / 1_000;
        assertThat(until).as("seed %d", seed).isGreaterThanOrEqualTo(last - 10);
        CustomerStory late = new CustomerStory(story.inForce.rules());
        late.state = story.state;
        CustomerStory soon = new CustomerStory(story.inForce.rules());
        soon.state = story.state;
        for (int number = wait.number(); number <= wait.times(); number++) {
          soon.at(until, "view", "soon-" + number);
          late.at(until + 1, "view", "late-" + number);
        }
        assertThat(begun(soon, wait)).as("seed %d", seed).isTrue();
        assertThat(begun(late, wait)).as("seed %d", seed).isFalse();
      }
    }
  }

  /** Whether a moment stands that began where the attempt did. */
  private static boolean begun(CustomerStory story, Course.Wait wait) {
    return story.state.moments().stream()
        .anyMatch(it -> it.moment().evidence().get(0).equals(wait.way().anchor()));
  }

  private CustomerStory wander(CustomerStory story, Random random, String one, String other) {
    last = 0;
    for (int i = 0; i < 8; i++) {
      last += random.nextInt(600);
      String type = random.nextInt(3) > 0 ? one : other;
      story.at(last, type, "e-" + i, "cart", "cart-" + random.nextInt(2)).proven(last);
    }
    return story;
  }

  @Test
  void noMoreIsToldThanAPersonReads() {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      String name = i == 0 ? "m" : "m" + i;
      rules.append(name).append(": { kind: drop_off, pattern: [ { event: view } ] }\n");
    }
    CustomerStory story = story(rules.toString()).at(0, "view", "a");
    assertThat(known(story, 0).courses()).hasSize(32);
    assertThat(known(story, 0).omitted()).isEqualTo(8);
  }
}
