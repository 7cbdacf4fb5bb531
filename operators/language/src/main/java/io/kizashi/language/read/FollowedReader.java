package io.kizashi.language.read;

import io.kizashi.core.rules.Mode;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks which moments the moments of a rulebook follow: there must be such, and no circle. */
final class FollowedReader {
  private final Fields top;
  private final Problems problems;

  /** A reader of all steps that name moments, under {@code top}. */
  FollowedReader(Fields top, Problems problems) {
    this.top = top;
    this.problems = problems;
  }

  /** The moments without those that follow in a circle. */
  List<MomentRule> checked(List<MomentRule> moments) {
    if (moments.stream().flatMap(rule -> rule.pattern().follows()).findAny().isEmpty()) {
      return moments;
    }
    MomentNames names = new MomentNames(moments, top);
    Map<String, List<Scalar>> steps = new HashMap<>();
    moments.forEach(rule -> steps.put(rule.name(), steps(rule)));
    for (MomentRule rule : moments) {
      of(rule.name(), steps).forEach(step -> check(rule, step, names));
    }
    return moments.stream().filter(rule -> !isCircular(rule.name(), steps)).toList();
  }

  /** The names in the steps of a moment. */
  private List<Scalar> steps(MomentRule rule) {
    return entry(rule.name()).flatMap(moment -> moment.get("pattern")).stream()
        .filter(Sequence.class::isInstance)
        .flatMap(pattern -> ((Sequence) pattern).items().stream())
        .filter(Mapping.class::isInstance)
        .map(step -> MistypedKeys.mended((Mapping) step, Keys.STEP))
        .flatMap(step -> step.get("moment").stream())
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .toList();
  }

  private Optional<Mapping> entry(String name) {
    return top.get("moments").stream()
        .filter(Mapping.class::isInstance)
        .flatMap(moments -> ((Mapping) moments).get(name).stream())
        .filter(Mapping.class::isInstance)
        .map(moment -> MistypedKeys.mended((Mapping) moment, Keys.MOMENT))
        .findFirst();
  }

  private void check(MomentRule rule, Scalar step, MomentNames names) {
    String name = step.text();
    if (!names.mayBe(name)) {
      problems.error(
          step.at(),
          "unknown_name",
          "there is no moment '" + name + "'",
          Nearest.hint(name, names.all()),
          names.meant(name).flatMap(it -> Fix.at(step.at(), name, it)));
    }
    boolean noted = names.rule(name).filter(it -> it.trial().shadow()).isPresent();
    if (noted && rule.trial().mode() == Mode.IN_EARNEST) {
      problems.error(
          step.at(),
          "useless",
          "'" + name + "' runs in shadow, but '" + rule.name() + "' is in earnest",
          "give '" + rule.name() + "' shadow: true too, or take it from '" + name + "'");
    }
    if (rule.pattern().by().isPresent()) {
      refuse(step, "by", "leave by: out, or give it to '" + name + "', which it follows");
    }
    if (rule.feels().isPresent()) {
      refuse(step, "feels", "leave feels: out, or give it to '" + name + "', which it follows");
    }
  }

  private void refuse(Scalar step, String key, String hint) {
    problems.error(step.at(), "not_yet", "'" + key + "' does not go with a moment step yet", hint);
  }

  // ---- circles ----

  private boolean isCircular(String name, Map<String, List<Scalar>> steps) {
    Optional<Scalar> back =
        of(name, steps).stream()
            .filter(step -> reaches(step.text(), name, steps, new HashSet<>()))
            .findFirst();
    back.ifPresent(
        step ->
            problems.error(
                step.at(),
                "circular",
                step.text().equals(name)
                    ? "'" + name + "' can't follow itself"
                    : "'"
                        + name
                        + "' follows '"
                        + step.text()
                        + "', which follows it ("
                        + place(step.text(), name, steps)
                        + ")",
                step.text().equals(name)
                    ? "begin it with what happens, not with a moment"
                    : "begin one of them with what happens, not with a moment"));
    return back.isPresent();
  }

  private static boolean reaches(
      String from, String name, Map<String, List<Scalar>> steps, Set<String> seen) {
    return from.equals(name)
        || (seen.add(from)
            && of(from, steps).stream().anyMatch(step -> reaches(step.text(), name, steps, seen)));
  }

  private static List<Scalar> of(String name, Map<String, List<Scalar>> steps) {
    return steps.getOrDefault(name, List.of());
  }

  /** Where a moment follows another, at once or through others. */
  private static String place(String from, String name, Map<String, List<Scalar>> steps) {
    return of(from, steps).stream()
        .filter(step -> reaches(step.text(), name, steps, new HashSet<>()))
        .findFirst()
        .map(step -> step.at().place())
        .orElse(from);
  }
}
