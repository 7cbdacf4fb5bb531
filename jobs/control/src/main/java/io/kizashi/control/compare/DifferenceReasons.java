package io.kizashi.control.compare;

import io.kizashi.control.compare.ActionOutcome.Loser;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.schema.Rfc3339;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in plain words why the sides differ on one customer, as far as outputs and rules tell. */
final class DifferenceReasons {
  private final View a;
  private final View b;

  DifferenceReasons(View a, View b) {
    this.a = a;
    this.b = b;
  }

  /**
   * A side and all that it made of the customer.
   *
   * @param outcomes of the customer
   */
  record View(Side side, CustomerOutcomes outcomes) {
    String name() {
      return side.name();
    }

    boolean answers(String rule) {
      return !side.rules().answering(rule).isEmpty();
    }

    boolean answers(String rule, String action) {
      return side.rules().answering(rule).stream()
          .map(ActionRule::name)
          .anyMatch(name -> name.equals(action));
    }
  }

  /** Why a moment is not the same on both sides. */
  String ofMoment(Pair<MomentOutcome> pair, List<String> changed) {
    if (pair.a().isEmpty()) {
      return notDetected(pair.b().orElseThrow(), b, a);
    }
    if (pair.b().isEmpty()) {
      return notDetected(pair.a().orElseThrow(), a, b);
    }
    MomentOutcome inA = pair.a().get();
    MomentOutcome inB = pair.b().get();
    List<String> parts = new ArrayList<>();
    for (String fact : changed) {
      parts.add(
          switch (fact) {
            case "time" -> b.name() + " detects it " + later(inA, inB);
            case "severity", "stage" -> values(fact, inA, inB);
            default -> other(fact, inB);
          });
    }
    return String.join("; ", parts);
  }

  private static String notDetected(MomentOutcome moment, View has, View hasNot) {
    Optional<MomentRule> rule = hasNot.side().rules().moment(moment.name());
    if (rule.isEmpty()) {
      return hasNot.name() + " has no moment '" + moment.name() + "'";
    }
    String text = "the moment is not detected in " + hasNot.name();
    long oncePer = rule.get().oncePer();
    Optional<MomentOutcome> before =
        hasNot.outcomes().moments().stream()
            .filter(other -> other.name().equals(moment.name()) && !other.retracted())
            .filter(other -> between(other, moment) >= 0 && between(other, moment) < oncePer)
            .findFirst();
    if (before.isPresent()) {
      String one = before.get().time();
      text += ", where one of " + one + " stands (once-per " + SpokenDuration.text(oncePer) + ")";
    }
    return moment.retracted() ? text + "; " + has.name() + " took it back later" : text;
  }

  /** Why an action is not the same on both sides. */
  String ofAction(Pair<ActionOutcome> pair, List<String> changed) {
    if (pair.a().isEmpty()) {
      return notTaken(pair.b().orElseThrow(), b, a);
    }
    if (pair.b().isEmpty()) {
      return notTaken(pair.a().orElseThrow(), a, b);
    }
    ActionOutcome inA = pair.a().get();
    ActionOutcome inB = pair.b().get();
    boolean another = changed.contains("action");
    List<String> parts = new ArrayList<>();
    for (String fact : changed) {
      switch (fact) {
        case "time" -> parts.add(b.name() + " decides " + later(inA, inB));
        case "action" -> parts.add(otherAction(inA, inB));
        case Difference.RETRACTED -> parts.add(other(fact, inB));
        case "channel", "sentAfter", "expiresAfter", "words", "kind", "recipient", "holdout" -> {
          if (!another) { // another action has its own
            parts.add(fact.equals("words") ? "the words differ" : values(fact, inA, inB));
          }
        }
        default -> parts.add(values(fact, inA, inB));
      }
    }
    return String.join("; ", parts);
  }

  private String otherAction(ActionOutcome inA, ActionOutcome inB) {
    if (!b.answers(inB.rule(), inA.name())) {
      return inA.name() + " does not answer the moment in " + b.name();
    }
    Optional<String> lost = lost(inA, b);
    if (lost.isPresent()) {
      return lost.get();
    }
    return a.answers(inA.rule(), inB.name())
        ? b.name() + " chooses " + inB.name()
        : inB.name() + " answers the moment only in " + b.name();
  }

  private static String notTaken(ActionOutcome action, View has, View hasNot) {
    Optional<MomentOutcome> moment = hasNot.outcomes().moment(action.momentKey());
    if (moment.isEmpty()) {
      return has.outcomes()
          .moment(action.momentKey())
          .map(missing -> notDetected(missing, has, hasNot))
          .orElse("the moment is not detected in " + hasNot.name());
    }
    if (!hasNot.answers(action.rule())) {
      return "no action answers the moment in " + hasNot.name();
    }
    Optional<String> lost = lost(action, hasNot);
    if (lost.isPresent()) {
      return lost.get();
    }
    return moment.get().retracted()
        ? hasNot.name() + " took the moment back"
        : "no action was left for the moment in "
            + hasNot.name()
            + ", which tells reasons only where another action is chosen";
  }

  /** What an explanation of the other side says of the action, or else of others for the moment. */
  private static Optional<String> lost(ActionOutcome action, View other) {
    Optional<String> found = Optional.empty();
    for (ActionOutcome winner : other.outcomes().actions()) {
      for (Loser loser : winner.losers()) {
        boolean same = loser.action().equals(action.name());
        boolean forIt =
            other.outcomes().moments().stream()
                .anyMatch(
                    moment ->
                        moment.id().equals(loser.moment())
                            && moment.key().equals(action.momentKey()));
        if (forIt && (same || found.isEmpty())) {
          String text = lost(loser, winner, other);
          if (same) {
            return Optional.of(text);
          }
          found = Optional.of(text);
        }
      }
    }
    return found;
  }

  private static String lost(Loser loser, ActionOutcome winner, View in) {
    return loser.reason().equals("outscored")
        ? loser.action() + " lost to " + winner.name() + " (outscored) in " + in.name()
        : loser.action() + " was out in " + in.name() + ": " + loser.reason();
  }

  private String other(String fact, Outcome inB) {
    return fact.equals(Difference.RETRACTED)
        ? "only " + (inB.retracted() ? b.name() : a.name()) + " takes it back"
        : "the " + fact + " differs";
  }

  private String values(String fact, Outcome inA, Outcome inB) {
    return fact
        + " "
        + text(fact, inA)
        + " in "
        + a.name()
        + ", "
        + text(fact, inB)
        + " in "
        + b.name();
  }

  private static String text(String fact, Outcome of) {
    String text = of.facts().path(fact).asText();
    return text.isEmpty() ? "none" : text;
  }

  private static String later(Outcome inA, Outcome inB) {
    long millis = between(inA, inB);
    return SpokenDuration.text(millis) + (millis < 0 ? " earlier" : " later");
  }

  private static long between(Outcome first, Outcome second) {
    return Rfc3339.parse(second.time()).orElseThrow() - Rfc3339.parse(first.time()).orElseThrow();
  }
}
