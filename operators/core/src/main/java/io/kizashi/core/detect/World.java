package io.kizashi.core.detect;

import io.kizashi.core.expression.Facts;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.rules.EmotionBound;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.rules.Sessions;
import io.kizashi.core.signal.Ledger;
import io.kizashi.core.signal.Mood;
import io.kizashi.core.signal.Signal;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One customer's history as rules see it: touchpoints, ends of sessions between them, and what is
 * known at each place. Everything in it follows from the state; nothing is kept.
 */
public final class World {
  private static final Comparator<TouchpointView> IN_ORDER =
      Comparator.comparing(view -> view.touchpoint().position());
  private static final Comparator<Seen> ORDER = Comparator.comparing(Seen::view, IN_ORDER);

  private final CustomerState state;
  private final Rules rules;
  private final Misses misses;
  private final List<Seen> timeline;
  private final Map<Position, Facts> places = new HashMap<>();
  private final Map<String, Ledger> ledgers = new HashMap<>();
  private Optional<List<TouchpointView>> felt = Optional.empty();

  private World(CustomerState state, Rules rules, Misses misses) {
    this.state = state;
    this.rules = rules;
    this.misses = misses;
    this.timeline = timeline(state.history().touchpoints(), rules);
  }

  /** The world of a customer. */
  public static World of(CustomerState state, Rules rules, Misses misses) {
    return new World(state, rules, misses);
  }

  /**
   * Something in the timeline.
   *
   * @param origin the place of the touchpoint that it hangs on: its own, but for ends of sessions
   */
  record Seen(TouchpointView view, Position origin) {
    Position position() {
      return view.touchpoint().position();
    }

    long time() {
      return view.touchpoint().time();
    }

    boolean isVirtual() {
      return Sessions.isVirtual(view.touchpoint());
    }
  }

  private static List<Seen> timeline(List<Touchpoint> history, Rules rules) {
    List<Seen> timeline = new ArrayList<>(history.size());
    history.forEach(t -> timeline.add(new Seen(rules.vocabulary().view(t), t.position())));
    if (rules.looksForSessions()) {
      rules
          .settings()
          .sessions()
          .ends(history)
          .forEach(
              end ->
                  timeline.add(
                      new Seen(rules.vocabulary().view(end.getValue()), end.getKey().position())));
      timeline.sort(ORDER);
    }
    return timeline;
  }

  /** The state that it shows. */
  public CustomerState state() {
    return state;
  }

  /** The rules that see it. */
  public Rules rules() {
    return rules;
  }

  /** Counts what expressions miss. */
  public Misses misses() {
    return misses;
  }

  List<Seen> timeline() {
    return timeline;
  }

  /** Touchpoints and ends of sessions, in order. */
  public List<Touchpoint> touchpoints() {
    return timeline.stream().map(seen -> seen.view().touchpoint()).toList();
  }

  /** The touchpoint or end of a session that has an id. */
  public Optional<TouchpointView> touchpoint(String id) {
    return timeline.stream()
        .map(Seen::view)
        .filter(view -> view.touchpoint().id().equals(id))
        .findFirst();
  }

  /** What is known at a place: what happened up to it, and nothing that came later. */
  public Facts at(Position place) {
    return places.computeIfAbsent(place, p -> new FactsAt(this, p));
  }

  /** Where the customer lives at a place, as far as the profile says so. */
  public ZoneId zone(Position at) {
    Optional<String> named = state.profile().text("timezone", at);
    if (named.isPresent()) {
      try {
        return ZoneId.of(named.get());
      } catch (DateTimeException e) {
        misses.add();
      }
    }
    return rules.settings().calendar().zone();
  }

  /**
   * The closed epoch of the learned lexicon by which the customer's words were read last, up to a
   * place; 0 where none was used.
   */
  public long epoch(Position at) {
    return ledger(Mood.EPOCH).value(at).map(epoch -> ((Double) epoch).longValue()).orElse(0L);
  }

  /** The books of a signal. */
  Ledger ledger(Signal signal) {
    Ledger open = ledgers.get(signal.name());
    if (open == null) {
      open =
          Ledger.open(
              signal,
              Optional.ofNullable(state.projections().get(signal.name())),
              state.history().floor(),
              counted(signal),
              misses);
      ledgers.put(signal.name(), open);
    }
    return open;
  }

  private List<TouchpointView> counted(Signal signal) {
    Stream<TouchpointView> own =
        timeline.stream().filter(seen -> !seen.isVirtual()).map(Seen::view);
    return signal.interest().emotional() && !felt().isEmpty()
        ? Stream.concat(own, felt().stream()).sorted(IN_ORDER).toList()
        : own.toList();
  }

  /**
   * Whether something is said of feelings at a place: by the touchpoint there, or by a run of a
   * rule that ends there, even if only what it said is kept.
   */
  boolean isFelt(Position place) {
    return !rules.feeling().isEmpty()
        && Optional.ofNullable(rules.vocabulary().emotion().get(EmotionBound.VALENCE))
            .filter(valence -> ledger(valence).holds(place))
            .isPresent();
  }

  private List<TouchpointView> felt() {
    if (felt.isEmpty()) {
      felt = Optional.of(Feelings.in(this).values().stream().map(TouchpointView::new).toList());
    }
    return felt.get();
  }
}
