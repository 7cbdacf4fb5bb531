package io.kizashi.core.known;

import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Profile;
import java.util.Set;

/**
 * What a touchpoint tells.
 *
 * @param touchpoint with the action, kind and channel of the recommendation that it speaks of
 * @param state the customer's, with the touchpoint in its history and with what it says of the
 *     profile, of consent and of what became of decisions
 * @param forgotten how much it says of the profile that is not kept, or pushed something out
 */
public record Told(Touchpoint touchpoint, CustomerState state, int forgotten) {
  /**
   * What a touchpoint tells to a state that does not have it yet.
   *
   * @param read names of the profile's properties that rules read
   */
  public static Told by(Touchpoint sent, CustomerState before, Set<String> read) {
    Touchpoint touchpoint = Outcomes.enriched(sent, before);
    Profile profile = before.profile();
    boolean states = touchpoint.type().equals(Profile.TYPE);
    Profile told = states ? profile.with(touchpoint, read) : Consents.after(profile, touchpoint);
    CustomerState state =
        Outcomes.noted(before.withHistory(before.history().with(touchpoint)), touchpoint);
    if (!states && told.equals(profile)) {
      return new Told(touchpoint, state, 0);
    }
    int stated = states ? touchpoint.properties().size() : 1;
    int forgotten = profile.size() + stated - told.size();
    return new Told(touchpoint, told.equals(profile) ? state : state.withProfile(told), forgotten);
  }
}
