package io.kizashi.core.detect;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.rules.Sessions;
import io.kizashi.core.rules.Step;
import io.kizashi.core.rules.Stood;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A history in order, as some rules see it: touchpoints, and the ends of sessions between them. It
 * hangs on nothing else, so all that is asked in one verdict can share it. Nothing is read of the
 * history before the first question.
 */
final class Timeline {
  private static final Comparator<Seen> ORDER =
      Comparator.comparing(Seen::position).thenComparing(seen -> seen.view().touchpoint().id());

  private final History history;
  private final Rules rules;
  private Optional<List<Seen>> seen = Optional.empty();
  private Optional<List<MomentRule>> started = Optional.empty();
  private final Map<Moment, Bindings> captured = new HashMap<>();

  Timeline(History history, Rules rules) {
    this.history = history;
    this.rules = rules;
  }

  /**
   * Something in the timeline.
   *
   * @param origin the place of what it hangs on: its own, but for ends of sessions
   * @param anniversary the day that it stands for, where it is seen once more for each of several
   */
  record Seen(TouchpointView view, Position origin, Optional<Anniversary> anniversary) {
    Seen(TouchpointView view, Position origin) {
      this(view, origin, Optional.empty());
    }

    /** What it is called by among what begins moments of one rule. */
    String name() {
      String id = view.touchpoint().id();
      return anniversary.map(it -> id + "/" + it.day()).orElse(id);
    }

    /** The type by which steps look for it. */
    String type() {
      return anniversary.map(Anniversary::type).orElse(view.touchpoint().type());
    }

    Position position() {
      return Stood.place(view.touchpoint());
    }

    long time() {
      return view.touchpoint().time();
    }

    boolean isVirtual() {
      return anniversary.isPresent() || Sessions.isVirtual(view.touchpoint());
    }
  }

  /** Whether it shows this very history. */
  @SuppressWarnings("ReferenceEquality") // equal ones may differ in what they have decoded
  boolean shows(History other) {
    return history == other;
  }

  /** All that is in it, in order. */
  List<Seen> seen() {
    if (seen.isEmpty()) {
      seen = Optional.of(inOrder());
    }
    return seen.get();
  }

  private List<Seen> inOrder() {
    List<Touchpoint> touchpoints = history.touchpoints();
    List<Seen> all = new ArrayList<>(touchpoints.size());
    for (Touchpoint touchpoint : touchpoints) {
      Seen one = new Seen(rules.vocabulary().view(touchpoint), touchpoint.position());
      all.add(one);
      rules.yearly().forEach(date -> all.addAll(Anniversary.of(date, one)));
    }
    if (rules.looksForSessions()) {
      rules
          .settings()
          .sessions()
          .ends(touchpoints)
          .forEach(
              end ->
                  all.add(
                      new Seen(rules.vocabulary().view(end.getValue()), end.getKey().position())));
      all.sort(ORDER);
    }
    return all;
  }

  /** All that is in it and some moments, in order. */
  List<Seen> with(Stream<Moment> moments) {
    List<Seen> all = new ArrayList<>(seen());
    moments
        .map(Stood::of)
        .map(it -> new Seen(rules.vocabulary().view(it), Stood.place(it)))
        .forEach(all::add);
    if (all.size() > seen().size()) {
      all.sort(ORDER);
    }
    return all;
  }

  /** The rules that something in it may start, in the order of the rulebook. */
  List<MomentRule> started() {
    if (started.isEmpty()) {
      List<Touchpoint> touchpoints = seen().stream().map(it -> it.view().touchpoint()).toList();
      started = Optional.of(rules.startedBy(touchpoints));
    }
    return started.get();
  }

  /** The touchpoint or end of a session that has an id. */
  Optional<TouchpointView> touchpoint(String id) {
    return touchpoint(seen(), id);
  }

  /** The touchpoint, end of a session or moment that has an id. */
  private static Optional<TouchpointView> touchpoint(List<Seen> among, String id) {
    return among.stream()
        .map(Seen::view)
        .filter(view -> view.touchpoint().id().equals(id))
        .findFirst();
  }

  /**
   * What a moment's steps captured, by name, as far as it is retained. Kept by all of the moment:
   * under the same id another one may stand a moment later, with other evidence.
   */
  Bindings captured(Moment moment) {
    Bindings found = captured.get(moment);
    if (found == null) {
      found = captured(moment, seen());
      captured.put(moment, found);
    }
    return found;
  }

  /** The same, among what the moment's rule sees. */
  Bindings captured(Moment moment, List<Seen> among) {
    List<Step.Event> steps =
        rules.moment(moment.rule()).stream().flatMap(rule -> rule.pattern().events()).toList();
    Bindings bindings = Bindings.none();
    int taken = 0;
    for (Step.Event event : steps) {
      if (taken < moment.evidence().size()) {
        Optional<TouchpointView> found = touchpoint(among, moment.evidence().get(taken));
        if (found.isPresent()) {
          bindings = bindings.capture(event.as(), found.get());
        }
        taken += event.times();
      }
    }
    return bindings;
  }
}
