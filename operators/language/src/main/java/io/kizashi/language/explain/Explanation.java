package io.kizashi.language.explain;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Value;
import io.kizashi.core.recipient.CustomerList;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Deadline;
import io.kizashi.core.rules.EmotionBound;
import io.kizashi.core.rules.Journey;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.rules.Step;
import io.kizashi.core.signal.Signal;
import io.kizashi.language.explain.MomentSentences.End;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says in plain words what each rule of a rulebook does, so that those who answer for a campaign
 * can check it without reading expressions. What has no words is quoted as its author wrote it.
 */
public final class Explanation {
  /** Parts of an explanation, in their order. */
  enum Part {
    JOURNEY,
    SIGNALS,
    SEGMENTS,
    LISTS,
    MOMENTS,
    ACTIONS,
    OWNERS,
    POLICIES,
    FORMULAS
  }

  private final Rules rules;
  private final Phrases words;
  private final Grammar grammar;
  private final SettingSentences settings;
  private final MomentSentences moments;
  private final ActionSentences actions;
  private final PolicySentences policies;
  private final OwnerSentences owners;
  private final List<String> lines = new ArrayList<>();

  private Explanation(Rules rules, Language language) {
    this.rules = rules;
    this.words = Vocabulary.words(language);
    this.grammar = Grammar.of(words, Terms.Setting.of(language, rules));
    this.settings = new SettingSentences(words, grammar);
    this.moments = new MomentSentences(language, words, grammar);
    this.actions = new ActionSentences(language, words, grammar);
    this.policies = new PolicySentences(words, grammar);
    this.owners = new OwnerSentences(words, grammar);
  }

  /** The explanation: lines that end with a line feed. */
  public static String of(Rules rules, Language language) {
    return new Explanation(rules, language).text();
  }

  private String text() {
    lines.add(words.say(Wording.TITLE, rules.ref().name()));
    settings.settings(rules.settings()).forEach(this::item);
    vocabulary();
    part(Part.MOMENTS, rules.moments());
    rules.moments().forEach(this::moment);
    Collection<ActionRule> all = actions();
    part(Part.ACTIONS, all);
    for (ActionRule action : all) {
      List<String> said = new ArrayList<>(moments.trial(action.trial()));
      said.addAll(actions.action(action));
      entry(action.name(), said);
    }
    items(Part.OWNERS, rules.policies().owners().map(owners::owners).orElse(List.of()));
    items(Part.POLICIES, policies.policies(rules.policies()));
    formulas();
    return String.join("\n", lines) + "\n";
  }

  /** What has no words, as its author wrote it: quoted here, so that sentences stay sentences. */
  private void formulas() {
    List<String> quoted = grammar.terms().quoted();
    part(Part.FORMULAS, quoted);
    for (String code : quoted) {
      item(words.say(Wording.FORMULA_LINE, grammar.terms().quote(code), code));
    }
  }

  private void vocabulary() {
    Rules.Vocabulary vocabulary = rules.vocabulary();
    part(Part.JOURNEY, vocabulary.journey().entries());
    for (Journey.Entry entry : vocabulary.journey().entries()) {
      item(settings.stage(entry.stage(), Reading.claim(entry.when().text())));
    }
    part(Part.SIGNALS, vocabulary.signals().values());
    for (Signal signal : vocabulary.signals().values()) {
      item(settings.signal(SignalTexts.of(signal)));
    }
    part(Part.SEGMENTS, vocabulary.segments().values());
    for (Map.Entry<String, Condition> segment : vocabulary.segments().entrySet()) {
      item(settings.segment(segment.getKey(), Reading.claim(segment.getValue().text())));
    }
    lists(vocabulary.lists().values());
  }

  private void lists(Collection<CustomerList> lists) {
    part(Part.LISTS, lists);
    lists.forEach(list -> item(settings.list(list)));
  }

  private Collection<ActionRule> actions() {
    return rules.moments().stream()
        .flatMap(moment -> rules.answering(moment.name()).stream())
        .distinct()
        .sorted(Comparator.comparing(ActionRule::name))
        .toList();
  }

  private void moment(MomentRule rule) {
    List<String> said = new ArrayList<>(steps(rule.pattern().steps()));
    List<Step> steps = rule.pattern().steps();
    Step last = steps.get(steps.size() - 1);
    boolean waits = last instanceof Step.Absence;
    if (!isDate(steps)) {
      said.add(moments.detected(end(last)));
    }
    rule.pattern().unless().ifPresent(fit -> said.add(moments.unless(noun(fit))));
    boolean takesTime = steps.size() > 1 || rule.pattern().first().isRepeated();
    if (takesTime && !isDate(steps)) {
      boolean further = steps.size() > 2 || rule.pattern().first().isRepeated();
      said.add(moments.restarts(!rule.pattern().isExclusive(), waits, further));
    }
    rule.pattern().by().map(Value::text).map(Reading::term).map(moments::by).ifPresent(said::add);
    if (!rule.when().text().isEmpty()) {
      said.add(moments.counts(Reading.claim(rule.when().text())));
    }
    said.add(moments.severity(rule.severity().map(Value::text).map(Reading::term)));
    moments.owner(rule).ifPresent(said::add);
    rule.feels().ifPresent(emotion -> said.add(moments.feels(emotion)));
    said.add(moments.oncePer(rule.oncePer()));
    said.add(moments.openFor(rule.openFor()));
    said.addAll(moments.trial(rule.trial()));
    said.add(moments.answeredBy(names(rule)));
    entry(moments.title(rule), said);
  }

  private static End end(Step last) {
    if (last instanceof Step.Absence) {
      return End.DEADLINE;
    }
    if (last.fit().moment().isPresent()) {
      return End.MOMENT;
    }
    return last.fit().looksForSessions() ? End.SESSION : End.TOUCHPOINT;
  }

  private List<String> names(MomentRule rule) {
    return rules.answering(rule.name()).stream().map(ActionRule::name).toList();
  }

  /** A date step stands for an event and an absence. */
  private static boolean isDate(List<Step> steps) {
    return steps.size() == 2 && date(steps).isPresent();
  }

  private static Optional<Deadline.Before> date(List<Step> steps) {
    return steps.stream()
        .limit(2)
        .filter(Step.Absence.class::isInstance)
        .map(step -> ((Step.Absence) step).deadline())
        .filter(Deadline.Before.class::isInstance)
        .map(Deadline.Before.class::cast)
        .findFirst();
  }

  private List<String> steps(List<Step> steps) {
    Optional<Deadline.Before> date = date(steps);
    String first =
        date.map(d -> moments.date(d, steps.size() == 2))
            .orElseGet(() -> starts((Step.Event) steps.get(0)));
    return Stream.concat(
            Stream.of(first), steps.stream().skip(date.isPresent() ? 2 : 1).map(this::next))
        .toList();
  }

  private String starts(Step.Event step) {
    Optional<String> moment = step.fit().moment();
    if (moment.isPresent()) {
      return moments.startsWithMoment(moment.get(), repeated(step));
    }
    return step.fit().where() instanceof EmotionBound bound
        ? moments.startsWithEmotion(bound, repeated(step))
        : moments.starts(noun(step.fit()), repeated(step));
  }

  private String next(Step step) {
    if (step instanceof Step.Absence absence) {
      return moments.lacks(noun(absence.fit()), absence.deadline());
    }
    Repeated repeated = repeated((Step.Event) step);
    Optional<String> moment = step.fit().moment();
    if (moment.isPresent()) {
      return moments.followsMoment(moment.get(), repeated);
    }
    return step.fit().where() instanceof EmotionBound bound
        ? moments.followsEmotion(bound, repeated)
        : moments.follows(noun(step.fit()), repeated);
  }

  private static Repeated repeated(Step.Event step) {
    return new Repeated(step.times(), step.within(), step.as());
  }

  private static Noun noun(Step.Fit fit) {
    String where = fit.where().text();
    return Noun.of(
        fit.type().equals(Step.ANY) ? List.of() : List.of(fit.type()),
        where.isEmpty() ? Optional.empty() : Optional.of(Reading.claim(where)));
  }

  private void items(Part part, List<String> said) {
    part(part, said);
    said.forEach(this::item);
  }

  private void part(Part part, Collection<?> content) {
    if (!content.isEmpty()) {
      lines.add("");
      lines.add(words.word(Vocabulary.PART, part));
    }
  }

  private void entry(String title, List<String> said) {
    lines.add("");
    lines.add(title);
    said.forEach(this::item);
  }

  private void item(String text) {
    lines.add("  - " + text);
  }
}
