package io.kizashi.language.read;

import io.kizashi.core.content.ChannelLimits;
import io.kizashi.core.rules.Content;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import java.util.List;
import java.util.Set;

/**
 * Checks what a channel asks of the words that it carries: their length, and what the law wants.
 */
final class ChannelDemands {
  /** The channel that electronic mail goes through. */
  static final String EMAIL = "email";

  /** What the law asks of advertising by email: who sends it, and how to be spared more of it. */
  private static final List<String> PARTS_OF_ADVERTISING = List.of("sender", "opt-out");

  private final boolean advertisesByEmail;
  private final Problems problems;

  /**
   * A check of words.
   *
   * @param advertisesByEmail whether the action is advertising, and goes by email
   */
  ChannelDemands(boolean advertisesByEmail, Problems problems) {
    this.advertisesByEmail = advertisesByEmail;
    this.problems = problems;
  }

  /** Advertising by email says who sends it, and how to be spared more. */
  void checkLawful(Mark at, String channel, Set<String> parts) {
    if (!advertisesByEmail || !channel.equals(EMAIL)) {
      return;
    }
    List<String> missing =
        PARTS_OF_ADVERTISING.stream().filter(part -> !parts.contains(part)).toList();
    if (!missing.isEmpty()) {
      problems.error(
          at,
          "ad_without_opt_out",
          "advertising by email needs " + String.join(" and ", missing) + " here",
          "{ subject: …, body: …, sender: who sends it, opt-out: how to be spared more of it },"
              + " or purpose: service where it is no advertising");
    }
  }

  /** Values are cut where a message would be too long; its words can't be. */
  void checkFits(Mark at, String channel, Content content) {
    for (String part : content.texts().keySet()) {
      int most = ChannelLimits.most(channel, part);
      int length = content.fixed(part);
      if (length > most) {
        problems.error(
            at,
            "too_long",
            channel
                + (part.equals(Content.TEXT) ? "" : ", part " + part + ",")
                + " carries "
                + most
                + " characters, these words alone have "
                + length,
            "say it in fewer, and leave room for values");
      }
    }
  }
}
