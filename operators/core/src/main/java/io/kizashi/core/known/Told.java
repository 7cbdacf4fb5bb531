package io.kizashi.core.known;

import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Profile;

/**
 * What a touchpoint tells.
 *
 * @param touchpoint with the action, kind and channel of the recommendation that it speaks of
 * @param state the customer's, with the touchpoint in its history and with what it says of the
 *     profile, of consent and of what became of decisions
 */
public record Told(Touchpoint touchpoint, CustomerState state) {
  /** What a touchpoint tells to a state that does not have it yet. */
  public static Told by(Touchpoint sent, CustomerState before) {
    Touchpoint touchpoint = Outcomes.enriched(sent, before);
    Profile profile = before.profile();
    Profile told =
        touchpoint.type().equals(Profile.TYPE)
            ? profile.with(touchpoint)
            : Consents.after(profile, touchpoint);
    CustomerState state =
        Outcomes.noted(before.withHistory(before.history().with(touchpoint)), touchpoint);
    return new Told(touchpoint, told.equals(profile) ? state : state.withProfile(told));
  }
}
