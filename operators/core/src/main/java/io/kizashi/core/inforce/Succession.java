package io.kizashi.core.inforce;

import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Time;
import io.kizashi.schema.state.CustomerState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rulebooks that came into force one after the other. Each judges the moments of its own time: a
 * deadline that was pending when the rules changed is judged once, by the rules in force when it
 * falls due, and a new rule raises nothing of the time before it. Immutable; shared by tasks.
 *
 * <p>Keeps true that a moment is judged by one rulebook only: the spans of a rule never overlap. A
 * rule that goes on unchanged takes its span along, so that its deadlines are not cut.
 *
 * <p>A change costs O(rules). A customer costs O(terms) for what arrives late, 17 at most.
 */
public final class Succession {
  /**
   * Former rulebooks that are kept for what arrives late. What older ones have judged stays as it
   * is.
   */
  private static final int FORMERS = 16;

  /** The oldest first; the last one is in force. */
  private final List<RulebookTerm> terms;

  private Succession(List<RulebookTerm> terms) {
    this.terms = List.copyOf(terms);
  }

  /** One rulebook for all time. */
  public static Succession of(Rules first) {
    return of(first, Time.FROM_EVER);
  }

  /**
   * The oldest rulebook that is known.
   *
   * @param since event time from which on it is in force, milliseconds since the epoch, exclusive;
   *     {@link Time#FROM_EVER} for one that none preceded
   */
  public static Succession of(Rules first, long since) {
    Map<String, Span> spans = new HashMap<>();
    Span span = new Span(since, Time.WITHOUT_LIMIT);
    first.moments().forEach(rule -> spans.put(rule.name(), span));
    return new Succession(List.of(new RulebookTerm(first, since, Time.WITHOUT_LIMIT, spans)));
  }

  /**
   * This succession with one more rulebook; the same text again gets its new version, and changes
   * nothing else.
   *
   * @param since event time from which on it is in force, milliseconds since the epoch, exclusive
   */
  public Succession then(Rules rules, long since) {
    RulebookTerm last = current();
    if (rules.ref().hash().equals(last.rules().ref().hash())) {
      return renamed(rules);
    }
    Map<String, Span> ended = new HashMap<>(last.spans());
    Map<String, Span> begun = new HashMap<>();
    for (MomentRule rule : rules.moments()) {
      boolean same = last.rules().moment(rule.name()).filter(old -> counts(old, rule)).isPresent();
      Optional<Span> before = Optional.ofNullable(same ? ended.remove(rule.name()) : null);
      begun.put(rule.name(), before.orElse(new Span(since, Time.WITHOUT_LIMIT)));
    }
    ended.replaceAll((name, span) -> span.endingAt(since));
    List<RulebookTerm> next = new ArrayList<>(formers());
    next.add(new RulebookTerm(last.rules(), last.since(), since, ended));
    next.add(new RulebookTerm(rules, since, Time.WITHOUT_LIMIT, begun));
    return new Succession(next.subList(Math.max(0, next.size() - 1 - FORMERS), next.size()));
  }

  private Succession renamed(Rules rules) {
    RulebookTerm last = current();
    List<RulebookTerm> next = new ArrayList<>(formers());
    next.add(new RulebookTerm(rules, last.since(), last.until(), last.spans()));
    return new Succession(next);
  }

  private static boolean counts(MomentRule old, MomentRule rule) {
    return old.definition().whole().equals(rule.definition().whole());
  }

  /** The rules in force. */
  public Rules rules() {
    return current().rules();
  }

  /** The term of the rules in force. */
  public RulebookTerm current() {
    return terms.get(terms.size() - 1);
  }

  /** Those before it, the oldest first. */
  public List<RulebookTerm> formers() {
    return terms.subList(0, terms.size() - 1);
  }

  /** Whether all rules in force have been judged on a state. */
  public boolean isFollowedBy(CustomerState state) {
    RulebookTerm current = current();
    return current.since() == Time.FROM_EVER || state.followed().equals(current.mark());
  }

  /** The names of the rules in force that came after those that a state was judged by. */
  public Set<String> unmetBy(CustomerState state) {
    long met = metUntil(state);
    return current().spans().entrySet().stream()
        .filter(rule -> rule.getValue().after() >= met)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * Until when the rules held that a state was judged by; the beginning where that is not known.
   */
  private long metUntil(CustomerState state) {
    for (int i = terms.size() - 1; i >= 0; i--) {
      RulebookTerm term = terms.get(i);
      // A state from before all changes has no mark yet.
      boolean met = state.followed().isEmpty() && term.since() == Time.FROM_EVER;
      if (met || state.followed().equals(term.mark())) {
        return term.until();
      }
    }
    return Time.FROM_EVER;
  }

  /** A state that is about to be judged by the rules in force. */
  public CustomerState follow(CustomerState state) {
    RulebookTerm current = current();
    if (state.met().isEmpty()) {
      return state.withFollowed(current.mark());
    }
    Set<String> others =
        current.rules().moments().stream()
            .filter(rule -> !isSame(rule, state))
            .map(MomentRule::name)
            .collect(Collectors.toSet());
    return state.under(current.rules().ref().hash(), others).withFollowed(current.mark());
  }

  /** Whether a rule finds the same anchors as it did when eviction met the state. */
  private boolean isSame(MomentRule rule, CustomerState state) {
    return state.met().stream()
        .flatMap(hash -> terms.stream().filter(t -> t.rules().ref().hash().equals(hash)))
        .flatMap(term -> term.rules().moment(rule.name()).stream())
        .anyMatch(old -> old.definition().pattern().equals(rule.definition().pattern()));
  }
}
