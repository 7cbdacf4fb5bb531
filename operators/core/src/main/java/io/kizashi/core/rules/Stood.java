package io.kizashi.core.rules;

import io.kizashi.schema.Actor;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moments that stand, as the steps of other rules see them: virtual touchpoints, which are never
 * kept nor counted. Each has its moment's id, and lies behind all touchpoints of the instant in
 * which the moment was detected; so of two in one instant neither follows the other.
 */
public final class Stood {
  /** No touchpoint's type holds a slash. */
  private static final String PREFIX = "moment/";

  private Stood() {}

  /** The type under which steps look for the moments of a rule. */
  public static String type(String rule) {
    return PREFIX + rule;
  }

  /** The rule whose moments go by a type; empty where it is a touchpoint's. */
  public static Optional<String> rule(String type) {
    return type.startsWith(PREFIX)
        ? Optional.of(type.substring(PREFIX.length()))
        : Optional.empty();
  }

  /** Whether a touchpoint is a moment. */
  public static boolean isMoment(Touchpoint touchpoint) {
    return touchpoint.type().startsWith(PREFIX);
  }

  /** A moment as a touchpoint. */
  public static Touchpoint of(Moment moment) {
    return new Touchpoint(
        moment.id(),
        type(moment.rule()),
        moment.detectedAt(),
        moment.customer(),
        Actor.SYSTEM,
        new Setting("", "", "", "", "", "", "", moment.stage(), "", List.of()),
        Optional.empty(),
        "",
        Map.of("moment", moment.rule(), "severity", moment.severity()),
        Sessions.NEVER);
  }

  /** Where a touchpoint lies, or a moment. */
  public static Position place(Touchpoint touchpoint) {
    return isMoment(touchpoint) ? Position.after(touchpoint.time()) : touchpoint.position();
  }
}
