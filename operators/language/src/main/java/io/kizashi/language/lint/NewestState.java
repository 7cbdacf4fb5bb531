package io.kizashi.language.lint;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.FactName;
import io.kizashi.core.expression.Reads;
import io.kizashi.core.expression.Value;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.MomentRule.Pattern;
import io.kizashi.core.rules.Rules.Vocabulary;
import io.kizashi.core.rules.Step;
import io.kizashi.core.signal.Signal;
import io.kizashi.language.expression.PropertiesRead;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds moments that hang on what was so when they began. The anchor's {@code where} asks how much
 * there is, the pattern waits, and a later touchpoint of the anchor's type may say that there is
 * nothing any more: one that no longer fits starts no attempt, so it replaces none.
 *
 * <p>No such moment is one that asks again, at its end or on the way; one whose matter the property
 * is, by {@code by}; one that counts repetitions, as each of them is asked; and one whose later
 * event is tied to the anchor, which asks for what was so then.
 */
final class NewestState {
  private final Vocabulary vocabulary;
  private final Problems problems;

  NewestState(Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  /** Warns of what a moment, written so, does not ask again. */
  void check(MomentRule moment, YamlNode written) {
    Pattern pattern = moment.pattern();
    Step.Event first = pattern.first();
    if (pattern.steps().size() == 1 || first.isRepeated() || isTied(pattern)) {
      return;
    }
    Set<String> open = new TreeSet<>(PropertiesRead.in(first.fit().where().text()).measured());
    pattern.by().map(Value::text).map(PropertiesRead::in).ifPresent(by -> open.removeAll(by.all()));
    open.removeIf(property -> isAskedAgain(moment, property));
    open.forEach(property -> warn(moment, property, written));
  }

  /** Whether only events follow, and one of them looks back at an earlier one. */
  private static boolean isTied(Pattern pattern) {
    return !pattern.awaitsSilence()
        && pattern.events().skip(1).anyMatch(step -> step.reads().captures());
  }

  // ---- what asks again ----

  private boolean isAskedAgain(MomentRule moment, String property) {
    Pattern pattern = moment.pattern();
    Step.Fit anchor = pattern.first().fit();
    boolean onTheWay = pattern.fits().skip(1).anyMatch(fit -> asks(fit, anchor, property));
    boolean broken =
        Stream.concat(
                pattern.steps().stream().flatMap(NewestState::silence), pattern.unless().stream())
            .anyMatch(fit -> meets(fit, anchor) && isAny(fit.where()));
    return onTheWay || broken || asks(moment.when().reads(), anchor, property);
  }

  private static Stream<Step.Fit> silence(Step step) {
    return step.on(event -> Stream.empty(), absence -> Stream.of(absence.fit()));
  }

  private static boolean asks(Step.Fit fit, Step.Fit anchor, String property) {
    return meets(fit, anchor) && asks(fit.where().text(), property);
  }

  private static boolean asks(String text, String property) {
    return text.contains(property) && PropertiesRead.in(text).all().contains(property);
  }

  /** Whether it holds for every touchpoint of the types that it is asked of. */
  private static boolean isAny(Condition where) {
    return where.equals(Condition.ALWAYS)
        || (where.reads().isOnlyEvent() && PropertiesRead.in(where.text()).onlyType());
  }

  private static boolean meets(Step.Fit fit, Step.Fit anchor) {
    Set<String> types = anchor.interest().types();
    return fit.interest().all()
        || types.isEmpty()
        || types.stream().anyMatch(type -> fit.interest().covers(type, false));
  }

  private boolean asks(Reads reads, Step.Fit anchor, String property) {
    return reads.facts().stream().anyMatch(fact -> asks(fact, anchor, property));
  }

  private boolean asks(String fact, Step.Fit anchor, String property) {
    String[] path = fact.split("\\.", 2);
    return FactName.of(path[0]).stream()
        .anyMatch(
            name ->
                switch (name) {
                  case SIGNALS ->
                      Optional.ofNullable(vocabulary.signals().get(path[1]))
                          .filter(signal -> asks(signal, anchor, property))
                          .isPresent();
                  case SEGMENTS ->
                      Optional.ofNullable(vocabulary.segments().get(path[1]))
                          .filter(segment -> asks(segment.reads(), anchor, property))
                          .isPresent();
                  case CUSTOMER, LISTS, EMOTION, SESSION, LOCAL, NOW -> false;
                });
  }

  private static boolean asks(Signal signal, Step.Fit anchor, String property) {
    Set<String> types = anchor.interest().types();
    boolean met =
        types.isEmpty() || types.stream().anyMatch(type -> signal.interest().covers(type, false));
    return met && signal.written().values().stream().anyMatch(text -> asks(text, property));
  }

  // ---- how it is said ----

  private void warn(MomentRule moment, String property, YamlNode written) {
    Step.Fit anchor = moment.pattern().first().fit();
    String type = anchor.type().equals(Step.ANY) ? "touchpoint" : "'" + anchor.type() + "'";
    problems.warning(
        NewestHint.place(written, property),
        "not_asked_again",
        "a later "
            + type
            + " may say otherwise of '"
            + property
            + "', and nothing in '"
            + moment.name()
            + "' asks again",
        moment.pattern().by().isPresent()
            ? NewestHint.ofMatter(anchor, property)
            : NewestHint.newest(anchor, property));
  }
}
