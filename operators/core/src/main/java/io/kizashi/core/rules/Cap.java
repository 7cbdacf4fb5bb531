package io.kizashi.core.rules;

import io.kizashi.schema.ActionKind;
import java.util.Optional;
import java.util.Set;

/**
 * How often something may be sent to one customer at most. It counts by one of three things.
 *
 * @param kinds the kinds that it counts; empty where it counts otherwise
 * @param channel the channel that it counts
 * @param action the action that it counts
 * @param limit the most in one span, 1 to {@link #MOST}
 * @param reach the span
 */
public record Cap(
    Set<ActionKind> kinds,
    Optional<String> channel,
    Optional<String> action,
    int limit,
    Reach reach) {
  /** The highest limit: decisions are remembered for four times as many. */
  public static final int MOST = 64;

  /** Copies the kinds. */
  public Cap {
    kinds = Set.copyOf(kinds);
  }

  /** Whether it counts an action on a channel. */
  public boolean counts(String anAction, ActionKind kind, String aChannel) {
    return kinds.contains(kind)
        || channel.filter(aChannel::equals).isPresent()
        || action.filter(anAction::equals).isPresent();
  }

  /** As its author may have written it, for explanations. */
  public String words() {
    return limit + " per " + reach.text();
  }
}
