package io.kizashi.oracle.decisions;

import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a touchpoint says of advertising. Of the spellings that stories use it knows each by heart.
 *
 * @param channel where; empty for everywhere
 * @param until when it ends, milliseconds since the epoch; before all times where it is withdrawn
 */
record NaiveConsent(String channel, long until) {
  private static final long WITHDRAWN = Long.MIN_VALUE;
  private static final long FOR_EVER = Long.MAX_VALUE;

  /** Everywhere that messages of a story go to. */
  private static final Map<String, String> CHANNELS =
      Map.of(
          "line", "line", "LINE", "line", "email", "email", " Email", "email", "push", "push",
          "ＰＵＳＨ", "push", "sms", "sms", "call", "call", "web", "web");

  private static final List<String> STOPS =
      List.of("unfollowed", "Unsubscribe", "spamreport", "BLOCKED", "ブロック");

  /**
   * What a touchpoint says, if anything.
   *
   * @param at the channel that it came by, if need be that of the message which it answers
   */
  static Optional<NaiveConsent> said(Touchpoint t, String at) {
    boolean stops =
        t.type().equals("email_unsubscribed")
            || (t.type().equals("recommendation_outcome")
                && STOPS.contains(t.properties().getOrDefault("outcome", "")));
    if (stops) {
      boolean ownWord = !List.of("", "web", "app", "store").contains(at);
      return Optional.of(new NaiveConsent(ownWord ? at : "", WITHDRAWN));
    }
    return t.type().equals("consent_changed") ? changed(t.properties()) : Optional.empty();
  }

  private static Optional<NaiveConsent> changed(Map<String, Object> said) {
    String purpose = said.getOrDefault("purpose", "").toString();
    String channel = said.getOrDefault("channel", "").toString();
    if (Boolean.TRUE.equals(said.get("granted"))) {
      return purpose.equals("ad")
          ? until(said).map(until -> new NaiveConsent(channel, until))
          : Optional.empty();
    }
    return List.of("service", "Service ", "analysis").contains(purpose)
        ? Optional.empty()
        : Optional.of(new NaiveConsent(CHANNELS.getOrDefault(channel, ""), WITHDRAWN));
  }

  private static Optional<Long> until(Map<String, Object> said) {
    String until = said.getOrDefault("until", "").toString();
    if (until.isEmpty()) {
      return Optional.of(FOR_EVER);
    }
    return Rfc3339.parse(until).stream().boxed().findFirst();
  }

  boolean isAbout(String asked) {
    return channel.isEmpty() || channel.equals(asked);
  }
}
