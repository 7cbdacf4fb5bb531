package io.kizashi.language.explain;

import io.kizashi.core.reason.Check;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.rules.Step;
import io.kizashi.core.rules.Stood;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Flip;
import io.kizashi.schema.Recommendation.Score;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in plain words why a candidate was chosen or not, and what a decision went by. */
public final class Reason {
  private static final String NOTHING = "nothing";
  private static final String VALUE = "value";

  private final Rules rules;
  private final Phrases words;
  private final Grammar grammar;
  private final Terms terms;
  private final Details details;

  /** Says it in a language, of decisions by a rulebook. */
  public Reason(Language language, Rules rules) {
    this.rules = rules;
    this.words = Vocabulary.words(language);
    this.grammar = Grammar.of(words, Terms.Setting.of(language, rules));
    this.terms = grammar.terms();
    this.details = new Details(rules, words, grammar);
  }

  /** Whether a candidate is what was chosen. */
  public static boolean isChosen(Candidate candidate) {
    return candidate.reason().equals(Check.CHOSEN);
  }

  /**
   * Why a candidate was chosen, or not; with what would have made it win. A reason of another
   * release, which has no words here, is said by its code.
   */
  public String of(Candidate candidate) {
    String why =
        Stream.of(Check.values())
            .filter(check -> check.reason().equals(candidate.reason()))
            .findFirst()
            .map(check -> why(check, candidate))
            .or(() -> words.find(Phrases.key(Vocabulary.REASON, candidate.reason())))
            .orElse(candidate.reason());
    return grammar.tidy(why + candidate.flip().map(this::flip).orElse(""));
  }

  private String why(Check check, Candidate candidate) {
    String detail = candidate.detail();
    if (check.equals(Check.OUTSCORED) && detail.equals(NOTHING)) {
      return words.say(Wording.OUTSCORED_WORTHLESS);
    }
    if (check.equals(Check.NOT_ELIGIBLE) && detail.equals(VALUE)) {
      return words.say(Wording.ELIGIBLE_VALUELESS);
    }
    if (check.equals(Check.NO_LONGER)) {
      return details.noLonger(detail);
    }
    String said =
        check.equals(Check.NOT_ELIGIBLE)
            ? details.condition(when(candidate).orElse(detail))
            : details.of(check, detail);
    return words.say(Phrases.key(Vocabulary.REASON, check.reason()), said);
  }

  /** The whole condition: what a decision says of it may be cut. */
  private Optional<String> when(Candidate candidate) {
    return rules.moments().stream()
        .flatMap(moment -> rules.answering(moment.name()).stream())
        .filter(action -> action.name().equals(candidate.action()))
        .map(ActionRule::when)
        .map(when -> when.text())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private String flip(Flip flip) {
    boolean span = flip.what().equals("expires");
    return words.say(
        Wording.FLIP_WINS,
        words
            .find(Phrases.key(Vocabulary.CHANGE, flip.what()))
            .orElseGet(() -> terms.say(Reading.term(flip.what()))),
        span ? terms.span(Math.round(flip.from())) : ScoreText.number(flip.from()),
        span ? terms.span(Spans.upToMinute(flip.to())) : ScoreText.number(enough(flip)));
  }

  /** What is worth more wins as well, so that nobody has to read millionths. */
  private static double enough(Flip flip) {
    boolean worth = flip.what().equals(VALUE) || flip.what().equals("weight");
    return worth && Math.abs(flip.to()) < 1e12 ? Math.ceil(flip.to() * 100) / 100 : flip.to();
  }

  /** A score as it was calculated: factors that are one, and a cost of nothing, are left out. */
  public Optional<String> score(Score score) {
    return ScoreText.of(score);
  }

  /** What a decision read, and what it was. */
  public String value(String name, String value) {
    return grammar.tidy(details.value(name, value));
  }

  /** A condition as its author wrote it, in words. */
  public String condition(String text) {
    return grammar.tidy(details.condition(text));
  }

  /**
   * What people call the touchpoints that a step looks for.
   *
   * @param type theirs, or that of moments
   * @param where what else must hold of them, as the author wrote it; may be empty
   */
  public String touchpoint(String type, String where) {
    Optional<String> moment = Stood.rule(type);
    if (moment.isPresent()) {
      return words.say(Wording.HAPPENS_MOMENT, terms.moment(moment.get()));
    }
    List<String> types = type.equals(Step.ANY) ? List.of() : List.of(type);
    Optional<Claim> claim = where.isEmpty() ? Optional.empty() : Optional.of(Reading.claim(where));
    return grammar.tidy(grammar.bare(Noun.of(types, claim)));
  }

  /** What people call a moment. */
  public String moment(String rule) {
    return terms.moment(rule);
  }

  /** What people call a channel. */
  public String channel(String channel) {
    return terms.word(Vocabulary.CHANNEL, channel);
  }

  /** What people call a kind of action. */
  public String kind(ActionKind kind) {
    return words.word(Vocabulary.KIND, kind);
  }

  /** What people call whom an action is for. */
  public String recipient(String recipient) {
    return terms.word(Vocabulary.RECIPIENT, recipient);
  }

  /** What had no words so far, each as its author wrote it, with the number that it is told by. */
  public List<String> formulas() {
    return terms.quoted().stream()
        .map(code -> words.say(Wording.FORMULA_LINE, terms.quote(code), code))
        .toList();
  }
}
