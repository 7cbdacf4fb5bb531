package io.kizashi.control.seen;

import io.kizashi.control.recording.TouchpointSource;
import io.kizashi.language.asked.Likely;
import io.kizashi.language.asked.PropertyKind;
import io.kizashi.language.explain.Language;
import io.kizashi.language.plan.TrackingPlan;
import io.kizashi.language.plan.TrackingPlan.OfType;
import io.kizashi.language.plan.TrackingPlan.Property;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.ReservedTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * What sources send otherwise than they agreed to in the tracking plan. It stands where the plan
 * speaks of it, and gives counts, never values.
 */
public final class PlanFindings {
  /** What one sentence lists. */
  private static final int LISTED = 10;

  /** Types beyond the plan that are told one by one. */
  private static final int MOST_TYPES = 20;

  private final Census census;
  private final TrackingPlan plan;
  private final SeenWords words;
  private final List<Problem> found = new ArrayList<>();

  private PlanFindings(Census census, TrackingPlan plan, SeenWords words) {
    this.census = census;
    this.plan = plan;
    this.words = words;
  }

  /**
   * Reads a source once, and holds it to a plan.
   *
   * @param onRead gets the number of lines or records read so far
   * @return warnings, in the order of the plan; what it lacks stands at its beginning
   */
  public static List<Problem> of(
      TouchpointSource source, TrackingPlan plan, Language language, LongConsumer onRead) {
    Census census = new Census();
    source.reader().each(census::add, onRead);
    return of(census, plan, new SeenWords(language));
  }

  /** All, in the order of the plan; what it lacks stands at its beginning. */
  static List<Problem> of(Census census, TrackingPlan plan, SeenWords words) {
    PlanFindings findings = new PlanFindings(census, plan, words);
    findings.beyond();
    plan.types().forEach(findings::type);
    return findings.found;
  }

  /** Types that are sent and not planned; those of the contract need no plan. */
  private void beyond() {
    List<String> types =
        census.types().keySet().stream()
            .filter(it -> !plan.types().containsKey(it) && !ReservedTypes.isReserved(it))
            .toList();
    List<String> told = types.stream().filter(DataNames::isName).limit(MOST_TYPES).toList();
    for (String type : told) {
      Optional<String> meant = Likely.meant(type, plan.types().keySet());
      note(
          plan.at(),
          "unplanned_type",
          words.say(SeenLine.PLAN_TYPE, type, census.touchpoints(type)),
          meant
              .map(it -> words.say(SeenLine.PLAN_NEAR, it))
              .orElseGet(() -> words.say(SeenLine.PLAN_HINT)));
    }
    long more = (long) types.size() - told.size();
    if (more > 0) {
      note(
          plan.at(),
          "unplanned_type",
          words.say(SeenLine.PLAN_TYPES_MORE, more),
          words.say(SeenLine.PLAN_HINT));
    }
  }

  private void type(String type, OfType planned) {
    Census.OfType sent = census.types().get(type);
    if (sent == null) {
      note(
          planned.at(),
          "unseen_type",
          words.say(SeenLine.PLAN_UNSEEN, type, census.touchpoints()),
          words.say(SeenLine.ABSENT_HINT));
      return;
    }
    properties(type, planned, sent);
    planned.properties().forEach((name, property) -> property(type, sent, name, property));
  }

  private void properties(String type, OfType planned, Census.OfType sent) {
    List<String> beyond =
        sent.values().keySet().stream()
            .filter(it -> planned.property(it).isEmpty() && isOutermost(it, planned, sent))
            .toList();
    List<String> told = beyond.stream().filter(DataNames::isName).limit(LISTED).toList();
    if (beyond.isEmpty()) {
      return;
    }
    String listed =
        told.stream()
            .map(it -> words.say(SeenLine.PLAN_COUNTED, it, sent.found(it)))
            .collect(Collectors.joining(", "));
    long more = (long) beyond.size() - told.size();
    String all =
        told.isEmpty()
            ? words.say(SeenLine.PLAN_UNNAMED, more)
            : more == 0 ? listed : words.say(SeenLine.PLAN_MORE, listed, more);
    note(
        planned.at(),
        "unplanned_property",
        words.say(SeenLine.PLAN_PROPERTIES, type, all),
        words.say(SeenLine.PLAN_HINT));
  }

  /** What lies in something that is told itself is told with it. */
  private static boolean isOutermost(String name, OfType planned, Census.OfType sent) {
    String around = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    return !sent.values().containsKey(around)
        || planned
            .property(around)
            .filter(it -> it.kind().equals(Optional.of(PropertyKind.OBJECT)))
            .isPresent();
  }

  private void property(String type, Census.OfType sent, String name, Property planned) {
    long touchpoints = sent.touchpoints();
    long found = sent.found(name);
    if (planned.needed() && found < touchpoints && !sent.isCut()) {
      note(
          planned.at(),
          "missing_property",
          words.say(SeenLine.PLAN_MISSING, name, type, touchpoints - found, touchpoints),
          words.say(SeenLine.PLAN_MISSING_HINT));
    }
    Map<PropertyKind, Long> kinds = sent.values().getOrDefault(name, Map.of());
    planned
        .kind()
        .ifPresent(
            wanted ->
                kinds.forEach(
                    (kind, count) -> {
                      if (kind != wanted) {
                        kind(planned.at(), name, wanted, kind, count, found);
                      }
                    }));
  }

  private void kind(
      Mark at, String name, PropertyKind wanted, PropertyKind kind, long count, long found) {
    note(
        at,
        "unplanned_kind",
        words.say(SeenLine.PLAN_KIND, name, words.kind(wanted), words.kind(kind), count, found),
        words.say(SeenLine.PLAN_KIND_HINT, words.kind(wanted)));
  }

  private void note(Mark at, String code, String message, String hint) {
    found.add(new Problem(code, Problem.Severity.WARNING, at, message, hint));
  }
}
