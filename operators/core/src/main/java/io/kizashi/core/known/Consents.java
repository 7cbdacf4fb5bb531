package io.kizashi.core.known;

import io.kizashi.schema.Position;
import io.kizashi.schema.ReservedTypes;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Profile;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a customer allowed. Stands in the profile, under names that no profile update can have. */
public final class Consents {
  private static final String AD = "ad";

  /** Those of the contract: what else is said must not crowd them out. */
  private static final Set<Object> PURPOSES = Set.of(AD, "service", "analysis");

  private static final String UNFOLLOWED = "unfollowed";

  private Consents() {}

  /** A profile after what a touchpoint says of consent, if it says anything. */
  static Profile after(Profile profile, Touchpoint touchpoint) {
    if (touchpoint.type().equals(ReservedTypes.CONSENT_CHANGED)) {
      Object purpose = touchpoint.properties().getOrDefault("purpose", "");
      Object channel =
          touchpoint.properties().getOrDefault("channel", touchpoint.setting().channel());
      Object granted = touchpoint.properties().getOrDefault("granted", false);
      return PURPOSES.contains(purpose)
          ? profile.with(
              name(purpose.toString(), channel.toString()),
              granted.equals(true),
              touchpoint.position())
          : profile;
    }
    return Outcomes.of(touchpoint).filter(UNFOLLOWED::equals).isPresent()
        ? profile.with(name(AD, touchpoint.setting().channel()), false, touchpoint.position())
        : profile;
  }

  /** Whether advertising is allowed on a channel at a place: the newest that was said counts. */
  public static boolean allowAdvertising(Profile profile, String channel, Position at) {
    return Stream.of(name(AD, channel), name(AD, ""))
        .map(name -> profile.entry(name, at))
        .flatMap(Optional::stream)
        .max(Comparator.comparing(Profile.Entry::since))
        .filter(entry -> entry.value().equals(true))
        .isPresent();
  }

  private static String name(String purpose, String channel) {
    return Profile.CONSENT + purpose + "/" + channel;
  }
}
