package io.kizashi.core.known;

import io.kizashi.schema.Position;
import io.kizashi.schema.ReservedTypes;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Profile;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** What a customer allowed. Stands in the profile, under names that no profile update can have. */
public final class Consents {
  private static final String AD = "ad";
  private static final String GRANTED = "granted";

  /** Those of the contract: what else is said must not crowd them out. */
  private static final Set<Object> PURPOSES = Set.of(AD, "service", "analysis");

  /** All channels, where a grant names none. */
  private static final String ALL = "";

  private Consents() {}

  /**
   * A profile after what a touchpoint says of consent, if it says anything. A grant is exact; what
   * can be read as a withdrawal is one.
   */
  static Profile after(Profile profile, Touchpoint touchpoint) {
    if (!touchpoint.type().equals(ReservedTypes.CONSENT_CHANGED)) {
      return Withdrawals.in(touchpoint)
          .map(withdrawal -> without(profile, withdrawal, touchpoint))
          .orElse(profile);
    }
    Map<String, Object> said = touchpoint.properties();
    return said.getOrDefault(GRANTED, false).equals(true)
        ? granted(profile, said, touchpoint.position())
        : without(profile, Withdrawals.of(touchpoint), touchpoint);
  }

  private static Profile granted(Profile profile, Map<String, Object> said, Position since) {
    Object channel = said.getOrDefault("channel", ALL);
    Object purpose = said.getOrDefault("purpose", "");
    Optional<Object> until = until(said);
    return PURPOSES.contains(purpose) && channel instanceof String on && until.isPresent()
        ? profile.with(name(purpose.toString(), on), until.get(), since)
        : profile;
  }

  /** {@code true}, or the time at which it ends; empty if it is to end some time, but when? */
  private static Optional<Object> until(Map<String, Object> said) {
    Object until = said.getOrDefault("until", true);
    if (until instanceof String text) {
      OptionalLong time = Rfc3339.parse(text);
      return time.isPresent() ? Optional.of((double) time.getAsLong()) : Optional.empty();
    }
    return until instanceof Boolean || until instanceof Double
        ? Optional.of(until)
        : Optional.empty();
  }

  private static Profile without(
      Profile profile, Withdrawals.Withdrawal withdrawal, Touchpoint touchpoint) {
    return profile.with(
        name(withdrawal.purpose(), withdrawal.channel()), false, touchpoint.position());
  }

  /** Whether advertising is allowed on a channel at a place: the newest that was said counts. */
  public static boolean allowAdvertising(Profile profile, String channel, Position at) {
    return Stream.of(name(AD, channel), name(AD, ""))
        .map(name -> profile.entry(name, at))
        .flatMap(Optional::stream)
        .max(Comparator.comparing(Profile.Entry::since))
        .filter(entry -> lasts(entry.value(), at))
        .isPresent();
  }

  private static boolean lasts(Object granted, Position at) {
    return granted.equals(true) || (granted instanceof Double until && at.time() < until);
  }

  private static String name(String purpose, String channel) {
    return Profile.CONSENT + purpose + "/" + channel;
  }
}
