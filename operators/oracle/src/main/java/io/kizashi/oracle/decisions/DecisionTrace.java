package io.kizashi.oracle.decisions;

import io.kizashi.schema.Recommendation.Explanation;
import io.kizashi.schema.Recommendation.Plan;
import io.kizashi.schema.Rfc3339;
import java.util.Comparator;
import java.util.List;

/**
 * What is decided on one cause, or becomes of what waited, in words; so engine and model are
 * compared.
 *
 * @param time of the cause, milliseconds since the epoch
 * @param trigger the touchpoint or deadline that caused it
 * @param what is done; or {@code nothing}
 * @param losers the other candidates, each with its reason
 * @param cut whether some of those are left out
 */
record DecisionTrace(long time, String trigger, String what, List<String> losers, boolean cut)
    implements Comparable<DecisionTrace> {
  /** Why something is not done, in the order in which it is looked at. */
  static final List<String> REASONS =
      List.of(
          "not_in_rollout",
          "excluded",
          "not_active",
          "no_longer",
          "already_told",
          "not_eligible",
          "no_consent",
          "upset",
          "declined_before",
          "paused",
          "capped",
          "quiet_hours",
          "expired",
          "content_incomplete");

  static final String NOTHING = "nothing";

  static final String CHOSEN = "chosen";
  private static final int SHORT = 6;

  /** Sorts the losers. */
  DecisionTrace {
    losers = losers.stream().sorted().toList();
  }

  /** A decision, of all its candidates. */
  static DecisionTrace decided(long time, String trigger, String what, List<String> losers) {
    return new DecisionTrace(time, trigger, what, losers, false);
  }

  /** A decision, as it explains itself. */
  static DecisionTrace decided(long time, String trigger, String what, Explanation why) {
    List<String> losers =
        why.candidates().stream()
            .filter(candidate -> !candidate.reason().equals(CHOSEN))
            .map(it -> lost(it.action(), it.moment(), it.reason()))
            .toList();
    return new DecisionTrace(time, trigger, what, losers, why.omitted() > 0);
  }

  /** What waited is sent now, or not at all. */
  static DecisionTrace released(long time, String trigger, String reason, long at) {
    String what = reason.isEmpty() ? "sent" : "withdrawn " + reason;
    return decided(time, trigger, what + " at " + Rfc3339.format(at), List.of());
  }

  /** A loser. */
  static String lost(String action, String moment, String reason) {
    return action + " " + moment.substring(0, SHORT) + " " + reason;
  }

  /** What is to be done, and in which words. */
  static String plan(Plan plan, boolean guarded, String moment, double score, String words) {
    return "%s on %s by '%s' for %s at %s until %s scores %s says %s"
        .formatted(
            plan.action(),
            plan.channel(),
            plan.ownership().assignee(),
            moment.substring(0, SHORT),
            guarded ? "the end of guards" : Rfc3339.format(plan.sendAt()),
            Rfc3339.format(plan.expiresAt()),
            score,
            words);
  }

  /** Whether it says the same as the model's word, as far as it goes. */
  boolean agrees(DecisionTrace model) {
    return time == model.time
        && trigger.equals(model.trigger)
        && what.equals(model.what)
        && (cut ? model.losers.containsAll(losers) : losers.equals(model.losers));
  }

  @Override
  public int compareTo(DecisionTrace other) {
    return Comparator.comparingLong(DecisionTrace::time)
        .thenComparing(DecisionTrace::trigger)
        .thenComparing(DecisionTrace::what)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return Rfc3339.format(time) + " " + trigger + ": " + what + " " + losers + (cut ? " …" : "");
  }
}
