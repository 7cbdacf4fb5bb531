package io.kizashi.core.decide;

import io.kizashi.schema.Sha256;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Seen;
import java.util.List;
import java.util.Optional;

/**
 * A touchpoint that has not come before. Some sources number anew every day, or call an order as
 * its cart was called: what is of another type or time is something else, and gets an id of its
 * own.
 *
 * @param touchpoint under an id that no other has
 * @param reuses whether the id that it came with was used before
 */
record Arrived(Touchpoint touchpoint, boolean reuses) {
  private static final int DIGITS = 8;

  /** Empty for one that came before, or of which that can't be told any more. */
  static Optional<Arrived> of(CustomerState state, Touchpoint sent) {
    Seen seen = state.seen();
    if (!seen.contains(sent.id()) && !seen.isFull()) {
      return Optional.of(new Arrived(sent, false));
    }
    List<Touchpoint> history = state.history().touchpoints();
    // Of many ids the first are forgotten; a history may hold what came before them.
    boolean isUsed =
        seen.contains(sent.id()) || history.stream().anyMatch(it -> it.id().equals(sent.id()));
    if (!isUsed) {
      return Optional.of(new Arrived(sent, false));
    }
    boolean isKnown =
        history.stream()
            .anyMatch(it -> it.position().equals(sent.position()) && it.type().equals(sent.type()));
    Touchpoint own = sent.under(sent.id() + "~" + digits(sent));
    boolean mayHaveLeft = !sent.position().isAfter(state.history().floor());
    return isKnown || mayHaveLeft || seen.contains(own.id())
        ? Optional.empty()
        : Optional.of(new Arrived(own, true));
  }

  /** The same for the same touchpoint, whenever it comes. */
  private static String digits(Touchpoint sent) {
    return Sha256.hex(sent.type() + "\n" + sent.time()).substring(0, DIGITS);
  }

  /** The ids seen, with this one's. */
  Seen seen(Seen before) {
    return before.with(touchpoint.id()).orElse(before);
  }
}
