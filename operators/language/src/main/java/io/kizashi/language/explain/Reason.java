package io.kizashi.language.explain;

import io.kizashi.core.reason.Check;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Flip;
import io.kizashi.schema.Recommendation.Score;
import java.util.Locale;
import java.util.Optional;

/** Says in plain words why a candidate was chosen or not. */
public final class Reason {
  private static final String WORTHLESS = "nothing";

  private final Phrases words;

  /** Says it in a language. */
  public Reason(Language language) {
    this.words = Vocabulary.words(language);
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
    boolean worthless =
        candidate.reason().equals(Check.OUTSCORED.reason()) && candidate.detail().equals(WORTHLESS);
    String why =
        worthless
            ? words.say(Wording.OUTSCORED_WORTHLESS)
            : words
                .find(Phrases.key(Vocabulary.REASON, candidate.reason()), candidate.detail())
                .orElse(candidate.reason());
    return why + candidate.flip().map(this::flip).orElse("");
  }

  private String flip(Flip flip) {
    return words.say(Wording.FLIP_WINS, flip.what(), number(flip.from()), number(flip.to()));
  }

  /** A score as it was calculated: factors that are one, and a cost of nothing, are left out. */
  public Optional<String> score(Score score) {
    StringBuilder sum = new StringBuilder();
    factor(sum, score.propensity());
    factor(sum, score.value());
    factor(sum, score.context());
    factor(sum, score.weight());
    if (sum.isEmpty() && score.cost() == 0) {
      return Optional.empty();
    }
    String cost = score.cost() == 0 ? "" : " − " + number(score.cost());
    String factors = sum.isEmpty() ? "1" : sum.toString();
    return Optional.of(number(score.total()) + " = " + factors + cost);
  }

  private static void factor(StringBuilder sum, double factor) {
    if (factor != 1) {
      sum.append(sum.isEmpty() ? "" : " × ").append(number(factor));
    }
  }

  private static String number(double number) {
    double fine = Math.rint(number * 1e6) / 1e6;
    return fine == Math.rint(fine) && Math.abs(fine) < 1e15
        ? String.format(Locale.ROOT, "%d", (long) fine)
        : Double.toString(fine);
  }
}
