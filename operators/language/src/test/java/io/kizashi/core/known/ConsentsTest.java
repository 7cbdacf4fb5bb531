package io.kizashi.core.known;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Position;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A grant is exact; whatever can be read as a wish to be left alone is one. */
final class ConsentsTest {
  private static final long NOON = 1_772_366_400_000L;
  private static final Position LATER = Position.after(NOON + 60_000);

  /** Advertising is allowed by mail, on LINE and by telephone. */
  private static final Profile GRANTED =
      after(
          after(after(Profile.EMPTY, changed("", granted("email"))), changed("", granted("line"))),
          changed("", granted("call")));

  @Test
  void aGrantHoldsWhereItWasGivenAndNowhereElse() {
    assertThat(allowed(GRANTED)).containsExactly("call", "email", "line");
    assertThat(
            allowed(after(Profile.EMPTY, changed("web", Map.of("purpose", "ad", "granted", true)))))
        .as("none named means all, and not where it was said")
        .containsExactly("call", "email", "line", "sms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AD", "ads", "marketing", "", "newsletter", "ad "})
  void aGrantForAnythingElseIsNone(String purpose) {
    assertThat(
            allowed(after(Profile.EMPTY, changed("", Map.of("purpose", purpose, "granted", true)))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ad", "AD", "marketing", "", "newsletter", "all", "広告"})
  void aWithdrawalMayCallAdvertisingWhatItLikes(String purpose) {
    Map<String, Object> said = Map.of("purpose", purpose, "granted", false, "channel", "line");
    assertThat(allowed(after(GRANTED, changed("", said)))).containsExactly("call", "email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"service", "Analysis", " service "})
  void whatIsNoAdvertisingMayBeWithdrawnAlone(String purpose) {
    Map<String, Object> said = Map.of("purpose", purpose, "granted", false);
    assertThat(allowed(after(GRANTED, changed("", said)))).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LINE", " Line", "ＬＩＮＥ", "line"})
  void aChannelIsMeantInAnySpelling(String channel) {
    Map<String, Object> said = Map.of("purpose", "ad", "granted", false, "channel", channel);
    assertThat(allowed(after(GRANTED, changed("", said)))).containsExactly("call", "email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "*", "newsletter", "e-mail", ""})
  void whoWithdrawsOnAChannelThatNobodyKnowsMayMeanAny(String channel) {
    Map<String, Object> said = Map.of("purpose", "ad", "granted", false, "channel", channel);
    assertThat(allowed(after(GRANTED, changed("email", said)))).isEmpty();
  }

  @Test
  void aListIsNoWordOfAGrantAndAnyOfAWithdrawal() {
    for (String name : List.of("purpose", "channel", "until")) {
      Map<String, Object> grant = new HashMap<>(granted("email"));
      grant.put(name, List.of("email"));
      assertThat(allowed(after(Profile.EMPTY, changed("", grant)))).as(name).isEmpty();
    }
    Map<String, Object> said = Map.of("purpose", List.of("ad"), "channel", List.of("line"));
    assertThat(allowed(after(GRANTED, changed("", said)))).isEmpty();
  }

  @Test
  void whereAWithdrawalIsSaidIsNotWhatItIsAbout() {
    Map<String, Object> said = Map.of("purpose", "ad", "granted", false);
    assertThat(allowed(after(GRANTED, changed("line", said)))).isEmpty();
    assertThat(allowed(after(GRANTED, changed("web", Map.of())))).as("no word of it").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unfollowed",
        "unsubscribe",
        "Unsubscribed",
        "group_unsubscribe",
        "spamreport",
        "Spam Report",
        "marked as spam",
        "complained",
        "BLOCKED",
        "blocked_by_user",
        "opt-out",
        "opted_out",
        "STOP",
        "ブロック",
        "配信停止",
        "muted",
        "do not contact"
      })
  void anOutcomeThatSaysStopStopsItThere(String outcome) {
    assertThat(allowed(after(GRANTED, outcome("line", outcome)))).containsExactly("call", "email");
    assertThat(allowed(after(GRANTED, outcome("web", outcome))))
        .as("the page where one unsubscribes is about other channels")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"delivered", "opened", "clicked", "declined", "failed", "unblocked", "not_spam"})
  void anyOtherOutcomeStopsNothing(String outcome) {
    assertThat(allowed(after(GRANTED, outcome("line", outcome)))).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unsubscribed",
        "email_unsubscribed",
        "line_blocked",
        "opted_out",
        "spam_reported"
      })
  void soDoesATouchpointThatIsCalledSo(String type) {
    assertThat(allowed(after(GRANTED, touchpoint(type, "web", "", Map.of())))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"card_blocked", "subscribed", "payment_stopped", "complaint_opened"})
  void whatIsBlockedOtherwiseStopsNothing(String type) {
    assertThat(allowed(after(GRANTED, touchpoint(type, "web", "", Map.of())))).hasSize(3);
  }

  @Test
  void aWordStopsItIfItIsAllThatIsSaid() {
    for (String word : List.of("STOP", "stop.", "ＳＴＯＰ", "unsubscribe", "配信停止")) {
      assertThat(allowed(after(GRANTED, touchpoint("message", "line", word, Map.of()))))
          .as(word)
          .containsExactly("call", "email");
    }
    assertThat(allowed(after(GRANTED, touchpoint("message", "line", "stop by soon", Map.of()))))
        .hasSize(3);
  }

  @Test
  void aGrantEndsWhenItSaysAndIsNoneIfThatCannotBeRead() {
    assertThat(allowed(after(Profile.EMPTY, changed("", until("2026-03-01T12:00:30Z"))))).isEmpty();
    assertThat(allowed(after(Profile.EMPTY, changed("", until("2026-03-02T12:00:00Z")))))
        .hasSize(4);
    assertThat(allowed(after(Profile.EMPTY, changed("", until("next year"))))).isEmpty();
  }

  @Test
  void aWithdrawalFindsRoomWhateverElseWasGranted() {
    Profile crowded = GRANTED;
    for (int i = 0; i < 100; i++) {
      crowded = after(crowded, changed("", granted("channel-" + i)));
    }
    assertThat(allowed(after(crowded, changed("", Map.of("granted", false))))).isEmpty();
  }

  private static Map<String, Object> granted(String channel) {
    return Map.of("purpose", "ad", "granted", true, "channel", channel);
  }

  private static Map<String, Object> until(String time) {
    return Map.of("purpose", "ad", "granted", true, "until", time);
  }

  private static Touchpoint outcome(String channel, String outcome) {
    return touchpoint("recommendation_outcome", channel, "", Map.of("outcome", outcome));
  }

  private static Touchpoint changed(String channel, Map<String, Object> said) {
    return touchpoint("consent_changed", channel, "", said);
  }

  private static Touchpoint touchpoint(
      String type, String channel, String text, Map<String, Object> said) {
    boolean grants = said.getOrDefault("granted", false).equals(true);
    long time = grants ? NOON : NOON + 1_000;
    return new Touchpoint(
        "e-" + time,
        type,
        time,
        CustomerKey.customer("c"),
        Actor.CUSTOMER,
        Setting.on(channel),
        Optional.empty(),
        text,
        said,
        time);
  }

  private static Profile after(Profile profile, Touchpoint touchpoint) {
    return Consents.after(profile, touchpoint);
  }

  private static List<String> allowed(Profile profile) {
    return Stream.of("call", "email", "line", "sms")
        .filter(channel -> Consents.allowAdvertising(profile, channel, LATER))
        .toList();
  }
}
