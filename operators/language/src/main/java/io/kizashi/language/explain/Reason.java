package io.kizashi.language.explain;

import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Flip;
import io.kizashi.schema.Recommendation.Score;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says in plain words why a candidate was chosen or not. */
public final class Reason {
  private static final Map<String, String> EN =
      Map.ofEntries(
          Map.entry("chosen", "it is what fits best"),
          Map.entry("not_in_rollout", "the customer is not in its rollout of %s"),
          Map.entry("not_in_force", "the rulebook no longer has it on this channel"),
          Map.entry("not_standing", "its moment no longer stands"),
          Map.entry("not_eligible", "what it asks for does not hold: %s"),
          Map.entry("no_consent", "there is no consent to advertising by %s"),
          Map.entry("upset", "the customer is to be spared: %s"),
          Map.entry("declined_before", "the customer's answer before was: %s"),
          Map.entry("paused", "it is paused on %s"),
          Map.entry("capped", "it would be more than %s"),
          Map.entry("quiet_hours", "the customer is left alone on %s at that hour"),
          Map.entry("expired", "it would come too late"),
          Map.entry("content_incomplete", "a value is missing in its words"),
          Map.entry("lower_tier", "its kind comes after that of the chosen one"),
          Map.entry("outscored", "the chosen one scores higher"));

  private static final Map<String, String> JA =
      Map.ofEntries(
          Map.entry("chosen", "最もふさわしいため"),
          Map.entry("not_in_rollout", "お客様は段階公開（%s）の対象外"),
          Map.entry("not_in_force", "現在のルールブックのこのチャネルにはない"),
          Map.entry("not_standing", "兆しが取り消された"),
          Map.entry("not_eligible", "条件を満たさない: %s"),
          Map.entry("no_consent", "%sでの広告に同意がない"),
          Map.entry("upset", "そっとしておくべき状態: %s"),
          Map.entry("declined_before", "以前の反応: %s"),
          Map.entry("paused", "%sは一時停止中"),
          Map.entry("capped", "上限（%s）を超える"),
          Map.entry("quiet_hours", "%sを送らない時間帯"),
          Map.entry("expired", "期限に間に合わない"),
          Map.entry("content_incomplete", "文面に入れる値がない"),
          Map.entry("lower_tier", "選ばれたものより優先順位が低い種類"),
          Map.entry("outscored", "選ばれたもののほうが点が高い"));

  private static final String WORTHLESS = "nothing";

  private final Language language;

  /** Says it in a language. */
  public Reason(Language language) {
    this.language = language;
  }

  /** Why a candidate was chosen, or not; with what would have made it win. */
  public String of(Candidate candidate) {
    return of(candidate.reason(), candidate.detail()) + candidate.flip().map(this::flip).orElse("");
  }

  private String of(String code, String detail) {
    boolean worthless = code.equals("outscored") && detail.equals(WORTHLESS);
    return switch (language) {
      case EN ->
          worthless ? "it is not worth its cost" : EN.getOrDefault(code, code).formatted(detail);
      case JA -> worthless ? "費用に見合わない" : JA.getOrDefault(code, code).formatted(detail);
    };
  }

  private String flip(Flip flip) {
    return switch (language) {
      case EN ->
          "; it would have won with %s at %s instead of %s"
              .formatted(flip.what(), number(flip.to()), number(flip.from()));
      case JA ->
          "。%sが%sではなく%sなら選ばれていた".formatted(flip.what(), number(flip.from()), number(flip.to()));
    };
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
