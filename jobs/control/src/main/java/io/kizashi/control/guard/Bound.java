package io.kizashi.control.guard;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * What a candidate must not exceed.
 *
 * @param name one word, where there is little room
 * @param what is bounded
 * @param most for a ratio, times the base's figure; else the share itself, or the base's own where
 *     that is higher
 * @param ratio whether it is a ratio to the base
 * @param per how many of {@code of} the figure is given for
 * @param count what is counted
 * @param of among what
 */
record Bound(
    String name,
    String what,
    double most,
    boolean ratio,
    int per,
    ToLongFunction<Figures> count,
    ToLongFunction<Figures> of) {
  /** On fewer, nothing is judged. */
  static final long EVIDENCE = 10;

  /** All bounds of a plan. */
  static List<Bound> of(GuardPlan plan) {
    return List.of(
        new Bound(
            "moments",
            "moments per 1,000 touchpoints",
            plan.mostMoments(),
            true,
            1_000,
            Figures::moments,
            Figures::touchpoints),
        new Bound(
            "withheld",
            "share withheld",
            plan.mostWithheld(),
            false,
            1,
            Figures::withheld,
            Figures::chosen),
        new Bound(
            "taken back",
            "share taken back",
            plan.mostRetracted(),
            false,
            1,
            Figures::retracted,
            Figures::issued),
        new Bound(
            "negative",
            "negative outcomes per recommendation",
            plan.mostNegative(),
            true,
            1,
            Figures::negative,
            Figures::recommendations));
  }

  /** Whether the candidate exceeds it, beyond what chance explains. */
  boolean broken(Figures candidate, Figures base) {
    long counted = count.applyAsLong(candidate);
    long among = of.applyAsLong(candidate);
    long baseCounted = count.applyAsLong(base);
    long baseAmong = of.applyAsLong(base);
    if (counted < EVIDENCE) {
      return false;
    }
    return ratio
        ? Chance.exceeded(counted, among, baseCounted, baseAmong, most)
        : Chance.exceeded(
            // What is taken back may have been issued before the window.
            Math.min(counted, among), among, Math.max(most, share(baseCounted, baseAmong)));
  }

  private static double share(long counted, long among) {
    return among == 0 ? 0 : (double) counted / among;
  }

  /** Both figures, as {@code share withheld 0.210 (base 0.190)}. */
  String figures(Figures candidate, Figures base) {
    return what + " " + figure(candidate) + " (base " + figure(base) + ")";
  }

  /** Both figures, as {@code withheld 0.210 (0.190)}. */
  String brief(Figures candidate, Figures base) {
    return name + " " + figure(candidate) + " (" + figure(base) + ")";
  }

  private String figure(Figures figures) {
    long among = of.applyAsLong(figures);
    return among == 0
        ? "-"
        : String.format(
            Locale.ROOT,
            per == 1 ? "%.3f" : "%.1f",
            per * share(count.applyAsLong(figures), among));
  }

  /** What is allowed, in words. */
  String allowed() {
    String number = most == Math.rint(most) ? String.valueOf((long) most) : String.valueOf(most);
    return ratio ? "at most " + number + " times the base's" : "at most " + number;
  }
}
