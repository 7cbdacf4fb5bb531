package io.kizashi.language.read;

import io.kizashi.core.expression.FactName;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.rules.Content;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problems;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks that the words of an action name only what is there whenever they are said. */
final class ContentVariables {
  private final Set<String> names;
  private final Set<String> signals;
  private final Set<String> addressed;
  private final Problems problems;

  /**
   * A check of variables.
   *
   * @param names of touchpoints that every answered moment captures
   * @param signals that the rulebook declares
   * @param addressed languages in which the rulebook says how customers are addressed
   */
  ContentVariables(
      Set<String> names, Set<String> signals, Set<String> addressed, Problems problems) {
    this.names = names;
    this.signals = signals;
    this.addressed = addressed;
    this.problems = problems;
  }

  /** Notes what is wrong with a variable in words of a language. */
  void check(Mark at, String language, String variable) {
    if (variable.equals(Content.ADDRESS)) {
      checkAddress(at, language);
      return;
    }
    String[] path = variable.split("\\.", 3);
    if (path[0].equals(FactName.CUSTOMER.text()) || path[0].equals(FactName.SIGNALS.text())) {
      checkFact(at, variable, path);
    } else if (!names.contains(path[0])) {
      problems.error(
          at,
          "unknown_name",
          "'{{" + variable + "}}' is captured by no step of every moment that this answers",
          Nearest.hint(path[0], known()));
    } else if (path.length < 2 || !TouchpointView.fields().contains(path[1])) {
      problems.error(
          at,
          "unknown_name",
          "'{{" + variable + "}}' names no field of a touchpoint",
          Nearest.hint(path.length < 2 ? "" : path[1], TouchpointView.fields()));
    } else if (!TouchpointView.isScalar(path[1], within(path))) {
      problems.error(
          at,
          "template",
          "'{{" + variable + "}}' is no text, number or truth, and can't be written",
          "{{%1$s.properties.NAME}}, {{%1$s.emotion.label}}, {{%1$s.channel}}".formatted(path[0]));
    }
  }

  private Set<String> known() {
    Set<String> known = new TreeSet<>(names);
    known.addAll(Set.of(Content.ADDRESS, FactName.CUSTOMER.text(), FactName.SIGNALS.text()));
    return known;
  }

  /** A profile may state anything; a signal is one that the rulebook declares. */
  private void checkFact(Mark at, String variable, String[] path) {
    boolean ofProfile = path[0].equals(FactName.CUSTOMER.text());
    if (path.length < 2 || path[1].isEmpty()) {
      problems.error(
          at,
          "template",
          "'{{" + variable + "}}' holds many values, and can't be written",
          ofProfile ? "{{customer.renewalAt | date}}" : "{{signals.NAME}}");
    } else if (!ofProfile && (path.length > 2 || !signals.contains(path[1]))) {
      problems.error(
          at,
          "unknown_name",
          "'{{" + variable + "}}' names no signal of this rulebook",
          signals.isEmpty()
              ? "signals: { " + path[1] + ": { latest: 'event.properties.…' } }"
              : Nearest.hint(path[1], signals));
    }
  }

  private static Optional<String> within(String[] path) {
    return path.length < 3 ? Optional.empty() : Optional.of(path[2]);
  }

  private void checkAddress(Mark at, String language) {
    if (!addressed.contains(language)) {
      problems.error(
          at,
          "address",
          "'{{address}}' can't be said: there is no address for language '" + language + "'",
          "policies: { address: { " + language + ": { name: family, fallback: … } } }");
    }
  }
}
