package io.kizashi.core.detect;

import io.kizashi.core.detect.Timeline.Seen;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.FactName;
import io.kizashi.core.expression.Facts;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.expression.Unread;
import io.kizashi.core.recipient.CustomerList;
import io.kizashi.core.rules.EmotionBound;
import io.kizashi.core.rules.Mode;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.MomentRule.Pattern;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.signal.Ledger;
import io.kizashi.core.signal.Mood;
import io.kizashi.core.signal.Signal;
import io.kizashi.core.time.Zones;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.DetectedMoment;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One customer's history as rules see it: touchpoints, ends of sessions between them, and what is
 * known at each place. Everything in it follows from the state; nothing is kept.
 */
public final class World {
  private static final Comparator<TouchpointView> IN_ORDER =
      Comparator.comparing(view -> view.touchpoint().position());

  private final CustomerState state;
  private final Rules rules;
  private final Misses misses;
  private final Timeline timeline;
  private final List<DetectedMoment> moments;
  private final Map<List<String>, List<Seen>> following = new HashMap<>();
  private final Map<Position, Facts> places = new HashMap<>();
  private final Map<String, Ledger> ledgers = new HashMap<>();
  private Optional<List<TouchpointView>> felt = Optional.empty();

  private World(
      CustomerState state,
      Rules rules,
      Misses misses,
      Timeline timeline,
      List<DetectedMoment> moments) {
    this.state = state;
    this.rules = rules;
    this.misses = misses;
    this.timeline = timeline;
    this.moments = moments;
  }

  /** The world of a customer. */
  public static World of(CustomerState state, Rules rules, Misses misses) {
    return new World(state, rules, misses, new Timeline(state.history(), rules), state.moments());
  }

  /**
   * The world of the same customer after something was decided. A history that is still the same is
   * not put in order again; what is known at its places is, since projections, the profile and
   * decisions may be others, and since every look at what is missing counts.
   */
  public World after(CustomerState later, Misses counting) {
    return timeline.shows(later.history())
        ? new World(later, rules, counting, timeline, later.moments())
        : of(later, rules, counting);
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

  /** The same world where other moments stand, as far as patterns look for them. */
  public World with(List<DetectedMoment> standing) {
    return new World(state, rules, misses, timeline, List.copyOf(standing));
  }

  /** The same world once more moments stand. */
  World expecting(List<DetectedMoment> more) {
    return with(Stream.concat(moments.stream(), more.stream()).toList());
  }

  /** All that happened, in order. */
  List<Seen> timeline() {
    return timeline.seen();
  }

  /** The same, with the moments that a pattern looks for: those that stand. */
  List<Seen> timeline(Pattern pattern) {
    if (rules.followers().isEmpty()) {
      return timeline();
    }
    List<String> names = pattern.follows().distinct().toList();
    return names.isEmpty() ? timeline() : following.computeIfAbsent(names, this::following);
  }

  private List<Seen> following(List<String> names) {
    return timeline.with(
        moments.stream()
            .map(DetectedMoment::moment)
            .filter(moment -> names.contains(moment.rule()) && counts(moment)));
  }

  /** What was only noted counts for what is only noted, which alone may look for it. */
  private boolean counts(Moment moment) {
    return rules
        .moment(moment.rule())
        .filter(rule -> rule.trial().mode(moment.customer()).counts(Mode.of(state, moment.id())))
        .isPresent();
  }

  /** Ids of all that a moment took, and the moments among that. */
  Set<String> taken(String moment) {
    Set<String> taken = new HashSet<>();
    take(moment, taken);
    return taken;
  }

  private void take(String moment, Set<String> taken) {
    moments.stream()
        .map(DetectedMoment::moment)
        .filter(it -> it.id().equals(moment))
        .flatMap(it -> it.evidence().stream())
        .filter(taken::add)
        .forEach(id -> take(id, taken));
  }

  /** The rules that something in the history may start, in the order of the rulebook. */
  public List<MomentRule> started() {
    return timeline.started();
  }

  /** What a moment's steps captured, by name, as far as it is retained. */
  public Bindings captured(Moment moment) {
    Optional<MomentRule> rule = rules.moment(moment.rule());
    boolean follows = rule.stream().flatMap(it -> it.pattern().follows()).findAny().isPresent();
    return follows
        ? timeline.captured(moment, timeline(rule.orElseThrow().pattern()))
        : timeline.captured(moment);
  }

  /** The last touchpoint that a moment's steps took, or those of the moment that it follows. */
  public Optional<TouchpointView> completing(Moment moment) {
    String last = moment.evidence().get(moment.evidence().size() - 1);
    return moments.stream()
        .map(DetectedMoment::moment)
        .filter(followed -> followed.id().equals(last))
        .findFirst()
        .flatMap(this::completing)
        .or(() -> timeline.touchpoint(last));
  }

  /** What is known at a place: what happened up to it, and nothing that came later. */
  public Facts at(Position place) {
    return places.computeIfAbsent(place, p -> new FactsAt(this, p));
  }

  /**
   * What says that a moment that stands is over at a place: a touchpoint that breaks its final
   * silence or is excepted, or the condition that does not hold there. Empty while it goes on.
   */
  public Optional<String> ended(Moment moment, Position until) {
    return new Continuation(this).ended(moment, until);
  }

  /** The first touchpoint by which a moment that stands is over, among all that are known. */
  public Optional<Touchpoint> ender(Moment moment) {
    return new Continuation(this).ender(moment);
  }

  /** Whether two moments of a rule are about one matter; nobody knows once an anchor has left. */
  public boolean areOfOneMatter(MomentRule rule, String one, String other) {
    return new Matters(timeline(rule.pattern()), rule.pattern().by())
        .areOne(seen -> rules.momentId(rule, seen.view().touchpoint(), seen.name()), one, other);
  }

  /**
   * Whether the customer is on a list, as the newest touchpoint names them, or what is kept of it.
   */
  boolean isOn(CustomerList list) {
    List<Touchpoint> touchpoints = state.history().touchpoints();
    return touchpoints.isEmpty()
        ? Stream.concat(
                state.moments().stream().map(it -> it.moment().customer()),
                state.decisions().stream().map(it -> it.recommendation().customer()))
            .anyMatch(list::holds)
        : list.holds(touchpoints.get(touchpoints.size() - 1).cameUnder());
  }

  /** Where the customer lives at a place, as far as the profile says so. */
  public ZoneId zone(Position at) {
    Optional<Object> named = state.profile().value(Zones.PROPERTY, at);
    Optional<ZoneId> zone = named.flatMap(Zones::of);
    if (named.isPresent() && zone.isEmpty()) {
      misses.add("customer.timezone", Unread.Why.KIND);
    }
    return zone.orElse(rules.settings().calendar().zone());
  }

  /**
   * The closed epoch of the learned lexicon by which the customer's words were read last, up to a
   * place; 0 where none was used.
   */
  public long epoch(Position at) {
    return ledger(Mood.EPOCH).value(at).map(epoch -> ((Double) epoch).longValue()).orElse(0L);
  }

  /**
   * Whether a value may have been forgotten that was known of the customer at a place: what is not
   * there then may have been there.
   *
   * @param fact what holds it, such as {@code customer} or {@code signals}
   * @param name of the value, and of an object's parts behind it
   */
  public boolean isForgotten(String fact, List<String> name, Position at) {
    return FactName.of(fact)
        .map(
            known ->
                switch (known) {
                  case CUSTOMER -> state.profile().forgottenUntil(properties(name)).isAfter(at);
                  case SIGNALS ->
                      Optional.ofNullable(rules.vocabulary().signals().get(name.get(0)))
                          .filter(signal -> !ledger(signal).isComplete(at))
                          .isPresent();
                  case SEGMENTS, LISTS, EMOTION, SESSION, LOCAL, NOW -> false;
                })
        .orElse(false);
  }

  /** The properties that may hold a value: a part of an object is kept with the whole. */
  private static Set<String> properties(List<String> name) {
    Set<String> properties = new HashSet<>(name);
    properties.add(name.get(0).split("\\.", 2)[0]);
    return properties;
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
        timeline().stream().filter(seen -> !seen.isVirtual()).map(Seen::view);
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
