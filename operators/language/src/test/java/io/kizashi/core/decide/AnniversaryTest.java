package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A date that comes every year. */
final class AnniversaryTest {
  private static final String BIRTHDAY =
      "pattern: [ { date: customer.birthday, before: 0s, every: year } ]";

  /** A rulebook of Tokyo's with one moment {@code m} that has this body, and its answer. */
  private static CustomerStory story(String body) {
    return new CustomerStory(
        """
        rulebook: r
        timezone: Asia/Tokyo
        disorder: 0s
        history: { for: 60d }
        moments:
          m:
            kind: moment_of_truth
        %s
        actions:
          greet: { kind: inform, answers: [m], channels: [line], expires: 12h, content: { line: { en: Hello } } }
        policies:
          quiet-hours: { from: '21:00', to: '08:00', channels: [line], then: hold }
        """
            .formatted(body.indent(4)));
  }

  private static Touchpoint told(String id, String time, Object birthday) {
    return CustomerStory.touchpoint(id, "profile_updated", millis(time), "birthday", birthday);
  }

  private static long millis(String time) {
    return Rfc3339.parse(time).orElseThrow();
  }

  /** Days in Tokyo on which what stands was detected, each with its evidence. */
  private static List<String> standing(CustomerStory story) {
    List<Moment> fallen =
        story.moments.stream().filter(it -> it.status() == Moment.Status.RETRACTED).toList();
    return story.moments.stream()
        .filter(it -> it.status() == Moment.Status.DETECTED)
        .filter(it -> fallen.stream().noneMatch(gone -> gone.id().equals(it.id())))
        .map(it -> Rfc3339.format(it.detectedAt() + 32_400_000) + " " + it.evidence())
        .map(text -> text.replace("T00:00:00.000Z", ""))
        .toList();
  }

  private static List<String> messages(CustomerStory story) {
    return story.recommendations.stream()
        .map(it -> it.status().wire() + " " + Rfc3339.format(it.decidedAt()).substring(0, 10))
        .toList();
  }

  @Test
  void itComesOncePerYearForAsLongAsADateCounts() {
    CustomerStory story = story(BIRTHDAY);
    story.arrives(told("p", "2025-03-01T10:00:00Z", "1985-05-20")).ends();
    assertThat(standing(story))
        .containsExactly("2025-05-20 [p]", "2026-05-20 [p]", "2027-05-20 [p]");
    assertThat(story.moments).extracting(Moment::id).doesNotHaveDuplicates();
    assertThat(story.recommendations).extracting(Recommendation::id).doesNotHaveDuplicates();
  }

  @Test
  void toldAgainItCountsFromThen() {
    CustomerStory story = story(BIRTHDAY);
    story.arrives(told("p", "2025-03-01T10:00:00Z", "1985-05-20"));
    story.provenAt(millis("2026-05-21T00:00:00Z"));
    story.arrives(told("q", "2026-05-21T10:00:00Z", "1985-05-20")).ends();
    assertThat(standing(story))
        .containsExactly(
            "2025-05-20 [p]",
            "2026-05-20 [p]",
            "2027-05-20 [q]",
            "2028-05-20 [q]",
            "2029-05-20 [q]");
  }

  @Test
  void theTwentyNinthOfFebruaryIsTheTwentyEighthWhereTheYearHasNone() {
    CustomerStory story = story(BIRTHDAY);
    story.arrives(told("p", "2025-03-01T10:00:00Z", "1984-02-29")).ends();
    assertThat(standing(story))
        .containsExactly("2026-02-28 [p]", "2027-02-28 [p]", "2028-02-29 [p]");
  }

  @Test
  void whoWasBornOnADayWithoutMidnightIsMetAtMidnight() {
    CustomerStory story = story(BIRTHDAY);
    // Summer time began in Tokyo when the second of May did.
    story.arrives(told("p", "2025-03-01T10:00:00Z", "1948-05-02")).ends();
    assertThat(standing(story)).first().isEqualTo("2025-05-02 [p]");
  }

  @Test
  void aDateAheadComesFirstOnItsOwnDay() {
    CustomerStory story = story(BIRTHDAY);
    story.arrives(told("p", "2025-03-01T10:00:00Z", "2026-06-01")).ends();
    assertThat(standing(story)).containsExactly("2026-06-01 [p]", "2027-06-01 [p]");
  }

  @Test
  void whoTellsItTooLateForThisYearIsMetNextYear() {
    CustomerStory story = story(BIRTHDAY.replace("0s", "14d"));
    story.arrives(told("p", "2025-03-01T10:00:00Z", "1990-03-06")).ends();
    assertThat(standing(story))
        .containsExactly("2026-02-20 [p]", "2027-02-20 [p]", "2028-02-21 [p]");
    assertThat(story.missing).isZero();
  }

  @Test
  void anotherDateTakesThePlaceOfOneThatIsPending() {
    CustomerStory story = story(BIRTHDAY);
    story.arrives(told("p", "2025-03-01T10:00:00Z", "1985-05-20"));
    story.provenAt(millis("2025-06-01T00:00:00Z"));
    story.arrives(told("q", "2025-06-01T10:00:00Z", "1985-07-20")).ends();
    assertThat(standing(story))
        .containsExactly("2025-05-20 [p]", "2025-07-20 [q]", "2026-07-20 [q]", "2027-07-20 [q]");
  }

  @Test
  void ofDatesToldInOneInstantTheLastCounts() {
    CustomerStory story = story(BIRTHDAY);
    story.arrives(told("p-2", "2025-03-01T10:00:00Z", "1985-05-20"));
    story.arrives(told("p", "2025-03-01T10:00:00Z", "1985-05-20")).ends();
    assertThat(standing(story))
        .containsExactly("2025-05-20 [p-2]", "2026-05-20 [p-2]", "2027-05-20 [p-2]");
  }

  @Test
  void aCorrectionThatArrivesLateTakesBackWhatItDisproves() {
    CustomerStory story = story(BIRTHDAY);
    story.arrives(told("p", "2025-05-01T10:00:00Z", "1985-05-20"));
    story.provenAt(millis("2025-05-20T00:00:00Z"));
    assertThat(standing(story)).containsExactly("2025-05-20 [p]");
    story.arrives(told("q", "2025-05-10T10:00:00Z", "1985-06-20"));
    assertThat(standing(story)).isEmpty();
    story.ends();
    assertThat(standing(story))
        .containsExactly("2025-06-20 [q]", "2026-06-20 [q]", "2027-06-20 [q]");
  }

  @Test
  void aMessageThatWaitsForTheMorningGoesWhereTheSameDateIsToldAgain() {
    CustomerStory story = story(BIRTHDAY);
    story.arrives(told("p", "2025-05-01T10:00:00Z", "1985-05-20"));
    story.provenAt(millis("2025-05-19T16:00:00Z"));
    story.arrives(told("q", "2025-05-19T18:00:00Z", "1985-05-20"));
    story.provenAt(millis("2025-05-20T00:00:00Z"));
    assertThat(messages(story)).containsExactly("issued 2025-05-19");
    story.ends();
    assertThat(standing(story))
        .containsExactly("2025-05-20 [p]", "2026-05-20 [q]", "2027-05-20 [q]", "2028-05-20 [q]");
  }

  @Test
  void whatIsToldAnewEveryMidnightIsMetOnItsDay() {
    CustomerStory story = story(BIRTHDAY);
    for (int day = 15; day < 25; day++) {
      story.arrives(told("p" + day, "2025-05-" + day + "T15:00:00Z", "1985-05-20"));
    }
    story.ends();
    assertThat(standing(story))
        .containsExactly(
            "2025-05-20 [p18]", "2026-05-20 [p24]", "2027-05-20 [p24]", "2028-05-20 [p24]");
  }

  @Test
  void butNotWhereAnotherOneIs() {
    CustomerStory story = story(BIRTHDAY);
    story.arrives(told("p", "2025-05-01T10:00:00Z", "1985-05-20"));
    story.provenAt(millis("2025-05-19T16:00:00Z"));
    story.arrives(told("q", "2025-05-19T18:00:00Z", "1985-05-21"));
    story.provenAt(millis("2025-05-20T00:00:00Z"));
    assertThat(messages(story)).isEmpty();
    assertThat(story.withheld).containsExactly("no_longer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "1985-13-40", "1900-01-01", "0001-01-01", "+999999999-12-31", ""})
  void whatIsNoDateIsCountedAndNobodyIsGreeted(String date) {
    CustomerStory story = story(BIRTHDAY);
    story.arrives(told("p", "2025-03-01T10:00:00Z", date)).ends();
    assertThat(standing(story)).isEmpty();
    assertThat(story.unread).containsExactly("customer.birthday no_date");
  }

  @Test
  void aNumberIsEpochMillisecondsOfATimeThatTouchpointsCouldHave() {
    CustomerStory story = story(BIRTHDAY);
    story.arrives(told("p", "2025-03-01T10:00:00Z", 19_850_520.0)).ends();
    assertThat(standing(story)).isEmpty();
    assertThat(story.unread).containsExactly("customer.birthday no_date");
    double began = millis("2024-05-20T03:00:00Z");
    CustomerStory contract = story(BIRTHDAY);
    contract.arrives(told("p", "2025-03-01T10:00:00Z", began)).ends();
    assertThat(standing(contract)).element(0).isEqualTo("2025-05-20T12:00:00.000Z [p]");
  }

  @Test
  void whatIsExceptedEndsAllThatIsAheadOfIt() {
    CustomerStory story = story(BIRTHDAY + "\nunless: contract_ended");
    story.arrives(told("p", "2025-03-01T10:00:00Z", "1985-05-20"));
    story.provenAt(millis("2025-06-01T00:00:00Z"));
    story.arrives(CustomerStory.touchpoint("x", "contract_ended", millis("2025-06-01T10:00:00Z")));
    story.ends();
    assertThat(standing(story)).containsExactly("2025-05-20 [p]");
  }

  @Test
  void whatToldTheDateIsAside() {
    CustomerStory story = story(BIRTHDAY + "\nunless: profile_updated");
    story.arrives(told("p", "2025-03-01T10:00:00Z", "1985-05-20")).ends();
    assertThat(standing(story)).hasSize(3);
  }

  @Test
  void whatFollowsIsOfItsOwnYear() {
    CustomerStory story =
        story(
            "pattern: [ { date: customer.birthday, before: 0s, every: year },"
                + " { event: visited, within: 2d } ]");
    story.arrives(told("p", "2025-03-01T10:00:00Z", "1985-05-20"));
    story.arrives(CustomerStory.touchpoint("v", "visited", millis("2026-05-20T15:00:00Z")));
    story.arrives(CustomerStory.touchpoint("w", "visited", millis("2026-07-20T15:00:00Z")));
    story.ends();
    assertThat(story.moments).extracting(Moment::evidence).containsExactly(List.of("p", "v"));
  }

  @Test
  void aDateToldInTheMidstOfASessionIsKeptWithIt() {
    CustomerStory story = story(BIRTHDAY + "\nseverity: 'session.touchpoints'");
    story.at(0, "visited", "a").at(1, "visited", "b");
    story.arrives(told("p", "2025-03-01T10:00:02Z", "1985-05-20"));
    story.provenAt(millis("2025-05-19T00:00:00Z"));
    story.arrives(CustomerStory.touchpoint("v", "visited", millis("2025-05-19T00:00:00Z")));
    story.ends();
    assertThat(standing(story))
        .containsExactly("2025-05-20 [p]", "2026-05-20 [p]", "2027-05-20 [p]");
  }

  @Test
  void theDateOutlivesTheHistoryAndNothingElseDoes() {
    CustomerStory story = story(BIRTHDAY);
    story.arrives(told("p", "2025-03-01T10:00:00Z", "1985-05-20"));
    for (int day = 1; day < 900; day++) {
      long time = CustomerStory.START + day * 86_400_000L;
      story.provenAt(time).arrives(CustomerStory.touchpoint("v" + day, "visited", time));
    }
    assertThat(standing(story))
        .containsExactly("2025-05-20 [p]", "2026-05-20 [p]", "2027-05-20 [p]");
    assertThat(story.state.history().count()).isBetween(2, 90);
  }
}
