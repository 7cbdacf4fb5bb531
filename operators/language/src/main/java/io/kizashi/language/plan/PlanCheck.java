package io.kizashi.language.plan;

import io.kizashi.language.asked.Ask;
import io.kizashi.language.asked.Asked;
import io.kizashi.language.asked.Asked.Named;
import io.kizashi.language.asked.PropertyKind;
import io.kizashi.language.library.Library;
import io.kizashi.language.plan.TrackingPlan.OfType;
import io.kizashi.language.plan.TrackingPlan.Property;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problems;
import io.kizashi.schema.ReservedTypes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds what a rulebook asks for against the tracking plan. Of types that the contract reserves the
 * contract says what they have, unless the plan does. What the library asks for, and what is asked
 * of touchpoints of any type, is a warning: such rules are written for more than one plan.
 */
public final class PlanCheck {
  private final TrackingPlan plan;
  private final Problems problems;
  private final Set<String> told = new HashSet<>();

  private PlanCheck(TrackingPlan plan, Problems problems) {
    this.plan = plan;
    this.problems = problems;
  }

  /** Notes each place of a rulebook that asks for what is not planned. */
  public static void note(Asked asked, TrackingPlan plan, Problems problems) {
    PlanCheck check = new PlanCheck(plan, problems);
    asked.types().forEach(check::type);
    asked.asks().forEach(check::ask);
  }

  private boolean isOpen(String type) {
    return ReservedTypes.isReserved(type) && !plan.types().containsKey(type);
  }

  private void type(Named named) {
    if (!plan.types().containsKey(named.type()) && !isOpen(named.type())) {
      note(
          named.at(),
          Library.isMeantBy(named.at().file()),
          named.type(),
          "unplanned_type",
          "the tracking plan has no type '" + named.type() + "'",
          new TreeSet<>(plan.types().keySet()));
    }
  }

  private void ask(Ask ask) {
    Collection<String> types = ask.slot().types().orElse(plan.types().keySet());
    List<OfType> planned =
        types.stream().filter(plan.types()::containsKey).map(plan.types()::get).toList();
    if (!ask.slot().isProperty() || planned.isEmpty() || types.stream().anyMatch(this::isOpen)) {
      return; // of a type that is not planned it was told where it is named
    }
    String name = ask.slot().name();
    List<Property> found = planned.stream().flatMap(it -> it.property(name).stream()).toList();
    boolean ofLibrary = Library.isMeantBy(ask.at().file());
    boolean lenient = ask.slot().types().isEmpty() || ofLibrary;
    if (found.isEmpty() && ofLibrary && types.contains(ReservedTypes.PROFILE_UPDATED)) {
      return; // the library asks profiles for what some have, and does without it
    }
    if (found.isEmpty()) {
      note(
          ask.at(),
          lenient,
          ask.name(),
          "unplanned_property",
          "the tracking plan has no '" + name + "' in " + whose(ask),
          beside(name, plan.names(types)));
    } else {
      kind(ask, found, lenient);
    }
  }

  private static String whose(Ask ask) {
    return ask.slot()
        .types()
        .map(types -> String.join(", ", new TreeSet<>(types)))
        .orElse("any type");
  }

  /** What lies where a name is looked for, by the innermost part. */
  private static Set<String> beside(String name, Set<String> known) {
    String outer = name.substring(0, name.lastIndexOf('.') + 1);
    return known.stream()
        .filter(it -> it.startsWith(outer) && it.indexOf('.', outer.length()) < 0)
        .map(it -> it.substring(outer.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void kind(Ask ask, List<Property> found, boolean lenient) {
    boolean fits =
        ask.kinds().isEmpty()
            || found.stream()
                .anyMatch(it -> it.kind().filter(k -> !ask.kinds().contains(k)).isEmpty());
    if (fits) {
      return;
    }
    Property planned = found.get(0);
    String wanted =
        new TreeSet<>(ask.kinds())
            .stream().map(PropertyKind::wire).collect(Collectors.joining(" or "));
    String is = planned.kind().map(PropertyKind::wire).orElse("");
    String message =
        "'" + ask.slot().name() + "' is asked for as " + wanted + ", and planned as " + is;
    String hint = "ask for it as " + is + ", or mend the plan at " + planned.at().place();
    tell(ask.at(), lenient, "unplanned_kind", message, hint, Optional.empty());
  }

  /** A name that is not planned; the one that is, where it is near. */
  private void note(
      Mark at,
      boolean lenient,
      String name,
      String code,
      String message,
      Collection<String> known) {
    if (problems.areEnough()) { // the nearest of many names takes long to find
      tell(at, lenient, code, message, "", Optional.empty());
      return;
    }
    String hint =
        Nearest.to(name, known)
            .map(it -> "did you mean '" + it + "'?")
            .orElse("add it to the plan at " + plan.at().place() + ", if sources send it");
    Optional<Fix> fix = Nearest.certain(name, known).flatMap(it -> Fix.at(at, name, it));
    tell(at, lenient, code, message, hint, fix);
  }

  private void tell(
      Mark at, boolean lenient, String code, String message, String hint, Optional<Fix> fix) {
    boolean news = told.add(at.place() + ':' + at.column() + message);
    if (news && lenient) {
      problems.warning(at, code, message, hint);
    } else if (news) {
      problems.error(at, code, message, hint, fix);
    }
  }
}
