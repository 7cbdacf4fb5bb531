package io.kizashi.core.known;

import io.kizashi.schema.Actor;
import io.kizashi.schema.ReservedTypes;
import io.kizashi.schema.Spelling;
import io.kizashi.schema.Touchpoint;
import java.util.Optional;
import java.util.Set;

/**
 * Reads wishes to be left alone, in whatever words they come: one that is overlooked goes on being
 * written to, and one that is read where none was meant is a message too few. Every sender has
 * words of its own: mail says {@code unsubscribe} and {@code spamreport}, messengers {@code
 * blocked}, short messages STOP.
 */
final class Withdrawals {
  private static final String AD = "ad";

  /** Purposes that have nothing to do with advertising; every other one is a name for it. */
  private static final Set<String> OTHER_PURPOSES = Set.of("service", "analysis");

  /** All channels. */
  private static final String ALL = "";

  /** The channels of the contract; who names another may mean any of them. */
  private static final Set<String> CHANNELS =
      Set.of(
          "web",
          "app",
          "store",
          "call",
          "chat",
          "chatbot",
          "voicebot",
          "email",
          "sms",
          "line",
          "push",
          "sns",
          "review",
          "survey",
          "delivery",
          "payment",
          "kiosk",
          "visit",
          "post");

  /** Channels by which the company writes or calls: what is said there is about them. */
  private static final Set<String> OWN = Set.of("call", "email", "sms", "line", "push", "post");

  /** What says stop wherever it stands in a word. */
  private static final Set<String> STEMS =
      Set.of(
          "unsubscri",
          "unfollow",
          "optout",
          "optedout",
          "spam",
          "donotcontact",
          "leavemealone",
          "配信停止",
          "配信解除",
          "購読解除",
          "迷惑メール");

  /** What says so in an outcome. */
  private static final Set<String> OUTCOME_STEMS =
      Set.of("block", "complain", "abuse", "junk", "revok", "withdr", "mute", "ブロック");

  /** What says so alone; {@code cancel} and {@code end} may be about an order. */
  private static final Set<String> WORDS = Set.of("stop", "stopall", "stopped", "quit", "停止");

  private static final int LONGEST_WORD = 20;

  /** What is the opposite in spite of its stem. */
  private static final Set<String> OPPOSITES = Set.of("unblock", "unmute", "notspam", "nospam");

  private Withdrawals() {}

  /** What is withdrawn, on one channel or, where that is empty, on all. */
  record Withdrawal(String purpose, String channel) {}

  /** What a touchpoint withdraws, if it can be read so; {@code consent_changed} aside. */
  static Optional<Withdrawal> in(Touchpoint touchpoint) {
    boolean stops =
        touchpoint.type().equals(ReservedTypes.RECOMMENDATION_OUTCOME)
            ? Outcomes.of(touchpoint).filter(Withdrawals::isOutcome).isPresent()
            : isType(touchpoint.type()) || isWord(touchpoint);
    String channel = Spelling.plain(touchpoint.setting().channel());
    return stops
        ? Optional.of(new Withdrawal(AD, OWN.contains(channel) ? channel : ALL))
        : Optional.empty();
  }

  /** What a {@code consent_changed} that grants nothing withdraws. */
  static Withdrawal of(Touchpoint touchpoint) {
    String purpose = text(touchpoint, "purpose");
    String channel = text(touchpoint, "channel");
    return new Withdrawal(
        OTHER_PURPOSES.contains(purpose) ? purpose : AD,
        CHANNELS.contains(channel) ? channel : ALL);
  }

  private static String text(Touchpoint touchpoint, String property) {
    return touchpoint.properties().get(property) instanceof String text ? Spelling.plain(text) : "";
  }

  private static boolean isOutcome(String outcome) {
    String letters = Spelling.letters(outcome);
    return OPPOSITES.stream().noneMatch(letters::contains)
        && (WORDS.contains(letters) || hasStem(letters, STEMS) || hasStem(letters, OUTCOME_STEMS));
  }

  /** Cards and payments are blocked as well: of types, only a channel's own block is one. */
  private static boolean isType(String type) {
    String letters = type.replace("_", ""); // types are plain already
    return OPPOSITES.stream().noneMatch(letters::contains)
        && (hasStem(letters, STEMS)
            || letters.equals("blocked")
            || OWN.stream().anyMatch(channel -> letters.equals(channel + "blocked")));
  }

  /** Whoever writes more than a word is read by people. */
  private static boolean isWord(Touchpoint touchpoint) {
    String text = touchpoint.text();
    if (text.isEmpty() || text.length() > LONGEST_WORD || touchpoint.actor() != Actor.CUSTOMER) {
      return false;
    }
    String letters = Spelling.letters(text);
    return WORDS.contains(letters) || letters.equals("unsubscribe") || letters.equals("配信停止");
  }

  private static boolean hasStem(String letters, Set<String> stems) {
    return stems.stream().anyMatch(letters::contains);
  }
}
