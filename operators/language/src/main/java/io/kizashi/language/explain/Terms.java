package io.kizashi.language.explain;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.FactName;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Terms in words: what no language inflects. */
final class Terms implements TermSpeech<String> {
  /** Surveys that everybody writes in capitals. */
  private static final Set<String> SURVEYS = Set.of("nps", "csat", "ces");

  /** A touchpoint's, as rules write it. */
  private static final String VALENCE = "emotion.valence";

  private final Phrases words;
  private final Setting setting;
  private final TimeWords times;
  private final Function<Claim, String> clauses;
  private final List<String> quoted = new ArrayList<>();

  /**
   * Terms of a rulebook.
   *
   * @param clauses says a condition that is part of a term
   */
  Terms(Phrases words, Setting setting, Function<Claim, String> clauses) {
    this.words = words;
    this.setting = setting;
    this.times = new TimeWords(setting.language(), setting.zone());
    this.clauses = clauses;
  }

  /**
   * Whose words they are, and to whom they are said.
   *
   * @param zone the rulebook's, in which times are said
   * @param labels what people call a moment, by its rule's name
   */
  record Setting(Language language, ZoneId zone, Map<String, String> labels) {
    Setting {
      labels = Map.copyOf(labels);
    }

    /** That of a rulebook. */
    static Setting of(Language language, Rules rules) {
      Map<String, String> labels = new HashMap<>();
      for (MomentRule rule : rules.moments()) {
        Optional.ofNullable(rule.label().get(language.code()))
            .ifPresent(label -> labels.put(rule.name(), label));
      }
      return new Setting(language, rules.settings().calendar().zone(), labels);
    }
  }

  /** Times in the rulebook's zone. */
  TimeWords times() {
    return times;
  }

  /** What had no words so far, as its author wrote it, in the order of its numbers. */
  List<String> quoted() {
    return List.copyOf(quoted);
  }

  /** What people call a moment. */
  String moment(String rule) {
    return setting.labels().getOrDefault(rule, rule);
  }

  /** The word for what rules call by a code; the code itself where there is none. */
  String word(String family, String code) {
    return words.find(Phrases.key(family, code)).orElse(code);
  }

  /** Several of a family. */
  List<String> words(String family, Collection<String> codes) {
    return codes.stream().map(code -> word(family, code)).toList();
  }

  String say(Term term) {
    return term.said(this);
  }

  /** A length of time. */
  String span(long millis) {
    Spans.Span span = Spans.of(millis);
    String family = span.number().equals("1") ? Vocabulary.UNIT : Vocabulary.UNITS;
    return words.say(Phrases.key(family, span.unit()), span.number());
  }

  /** So many of a unit. */
  String count(long number, String unit) {
    String family = number == 1 ? Vocabulary.UNIT : Vocabulary.UNITS;
    return words.say(Phrases.key(family, unit), number);
  }

  @Override
  public String field(Term.Field term) {
    boolean score = term.name().equals(VALENCE) || term.is(FactName.EMOTION.text(), "valence");
    return score ? words.say(Wording.TERM_SCORE, unscaled(term)) : unscaled(term);
  }

  private String unscaled(Term.Field term) {
    return words
        .find(Phrases.key(Vocabulary.FACT, term.owner() + "." + term.name()))
        .orElseGet(
            () -> FactName.of(term.owner()).map(of -> fact(of, term)).orElseGet(() -> said(term)));
  }

  private String fact(FactName fact, Term.Field term) {
    return switch (fact) {
      case CUSTOMER -> words.say(Wording.TERM_CUSTOMER, term.name());
      case SIGNALS -> words.say(Wording.TERM_SIGNAL, term.name());
      case SEGMENTS -> words.say(Wording.TERM_SEGMENT, term.name());
      case LISTS -> words.say(Wording.TERM_LIST, term.name());
      case EMOTION, SESSION, LOCAL, NOW -> said(term);
    };
  }

  private String said(Term.Field term) {
    return term.owner().equals(Bindings.EVENT)
        ? name(term)
        : words.say(Wording.TERM_OF, name(term), term.owner());
  }

  private String name(Term.Field term) {
    return words.find(Phrases.key(Vocabulary.FIELD, term.name())).orElse(term.name());
  }

  @Override
  public String property(Term.Property term) {
    String name = term.name().equals("outcome") ? words.say(Wording.TERM_OUTCOME) : term.name();
    return term.owner().equals(Bindings.EVENT)
        ? name
        : words.say(Wording.TERM_OF, name, term.owner());
  }

  @Override
  public String now(Term.Now term) {
    return words.say(Wording.TERM_NOW);
  }

  @Override
  public String figure(Term.Figure term) {
    return figure(term.text());
  }

  @Override
  public String text(Term.Text term) {
    boolean survey = SURVEYS.contains(term.text());
    String text = survey ? term.text().toUpperCase(Locale.ROOT) : term.text();
    return words.say(Wording.TERM_TEXT, text);
  }

  @Override
  public String word(Term.Word term) {
    return words
        .find(Phrases.key(term.family(), term.code()))
        .orElseGet(() -> words.say(Wording.TERM_TEXT, term.code()));
  }

  @Override
  public String ofDay(Term.OfDay term) {
    return term.text();
  }

  @Override
  public String thatDay(Term.ThatDay term) {
    ZoneOffset here = setting.zone().getRules().getStandardOffset(java.time.Instant.EPOCH);
    String offset =
        ZoneOffset.of(term.offset()).equals(here)
            ? ""
            : words.say(Wording.TERM_OFFSET, term.offset());
    return words.say(Wording.TERM_THAT_DAY, term.text(), offset);
  }

  @Override
  public String date(Term.Date term) {
    return times.day(term.day());
  }

  @Override
  public String dayOfMonth(Term.DayOfMonth term) {
    return words.say(Wording.TERM_DAY_OF_MONTH, term.day());
  }

  @Override
  public String instant(Term.Instant term) {
    return times.inYear(term.millis());
  }

  @Override
  public String truth(Term.Truth term) {
    return words.say(term.value() ? Wording.TERM_YES : Wording.TERM_NO);
  }

  @Override
  public String length(Term.Length term) {
    return span(term.millis());
  }

  @Override
  public String sum(Term.Sum term) {
    if (term.right() instanceof Term.Length && !(term.left() instanceof Term.Length)) {
      boolean later = term.sign().equals("+");
      if (later || term.sign().equals("−")) {
        return words.say(
            later ? Wording.TERM_LATER : Wording.TERM_EARLIER, say(term.left()), say(term.right()));
      }
    }
    return grouped(term.left()) + " " + term.sign() + " " + grouped(term.right());
  }

  /** A part of a calculation: in brackets where it is one itself, and without its scale. */
  private String grouped(Term term) {
    if (term instanceof Term.Field field) {
      return unscaled(field);
    }
    return term instanceof Term.Sum || term instanceof Term.Choice
        ? words.say(Wording.TERM_GROUP, say(term))
        : say(term);
  }

  /** Both without brackets, then both with them where they are calculations. */
  @Override
  public String extreme(Term.Extreme term) {
    return words.say(
        term.least() ? Wording.TERM_SMALLER : Wording.TERM_LARGER,
        say(term.left()),
        say(term.right()),
        grouped(term.left()),
        grouped(term.right()));
  }

  @Override
  public String measure(Term.Measure term) {
    return words.say(term.as(), say(term.of()));
  }

  @Override
  public String choice(Term.Choice term) {
    return words.say(
        Wording.TERM_CHOICE, clauses.apply(term.when()), say(term.then()), say(term.otherwise()));
  }

  @Override
  public String code(Term.Code term) {
    return quote(term.text());
  }

  /** The number under which what has no words is quoted. */
  String quote(String code) {
    if (!quoted.contains(code)) {
      quoted.add(code);
    }
    return words.say(Wording.TERM_FORMULA, quoted.indexOf(code) + 1);
  }

  /** A number with the sign that people write. */
  static String figure(String number) {
    return number.replaceFirst("^-", "−");
  }
}
