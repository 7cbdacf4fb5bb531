package io.kizashi.core.rules;

import io.kizashi.core.recipient.Recipient;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Recommendation.Plan;
import java.util.Optional;
import java.util.Set;

/**
 * How often something may be sent to one customer at most, or staff be given tasks about one. It
 * counts by one of three things, or all of it.
 *
 * @param staff whether it counts tasks for staff, instead of messages to the customer
 * @param kinds the kinds that it counts; empty where it counts otherwise
 * @param channel the channel that it counts
 * @param action the action that it counts
 * @param limit the most in one span, 1 to {@link #MOST}
 * @param reach the span
 */
public record Cap(
    boolean staff,
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
  public boolean counts(ActionRule anAction, String aChannel) {
    return staff != anAction.isForCustomer() && counts(anAction.name(), anAction.kind(), aChannel);
  }

  /** Whether it counts what was planned, whatever the rulebook said by then. */
  public boolean counts(Plan plan) {
    return staff != plan.recipient().equals(Recipient.CUSTOMER.wire())
        && counts(plan.action(), plan.kind(), plan.channel());
  }

  /** Whether it counts all that is for those whom it is about. */
  public boolean countsAll() {
    return kinds.isEmpty() && channel.isEmpty() && action.isEmpty();
  }

  private boolean counts(String anAction, ActionKind kind, String aChannel) {
    return countsAll()
        || kinds.contains(kind)
        || channel.filter(aChannel::equals).isPresent()
        || action.filter(anAction::equals).isPresent();
  }

  /** As its author may have written it, for explanations. */
  public String words() {
    return limit + " per " + reach.text();
  }
}
