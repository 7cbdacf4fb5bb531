package io.kizashi.core.rules;

import io.kizashi.core.expression.Condition;
import io.kizashi.schema.Sha256;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an action says to some of the customers.
 *
 * @param when to whom; to everybody where it always holds
 * @param variant which of several texts that are tried against each other; empty for the only one
 * @param content by channel, then by language, the fallback language first
 */
public record Words(
    Condition when, Optional<Variant> variant, Map<String, Map<String, Content>> content) {
  /** In what customers are drawn by: the part that a rollout takes must not decide on variants. */
  private static final String DRAW = "variant";

  /** Copies the content, in its order. */
  public Words {
    content = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(content));
  }

  /**
   * One of several texts that are tried against each other.
   *
   * @param name its name
   * @param share of the customers that get it; the shares of all variants are 1 together
   */
  public record Variant(String name, double share) {}

  /** The same for everybody. */
  public static Words forEverybody(Map<String, Map<String, Content>> content) {
    return new Words(Condition.ALWAYS, Optional.empty(), content);
  }

  /** Whether its condition holds for everybody. */
  public boolean isForEverybody() {
    return when.text().isEmpty();
  }

  private boolean isFor(Predicate<Condition> holds) {
    return isForEverybody() || holds.test(when);
  }

  /** What it says on a channel, by language. */
  public Map<String, Content> on(String channel) {
    return content.getOrDefault(channel, Map.of());
  }

  /** What it reads of what is known of the customer, as expressions name it. */
  Stream<String> said() {
    return content.values().stream()
        .flatMap(languages -> languages.values().stream())
        .flatMap(words -> words.facts().stream());
  }

  /**
   * The words for a customer on a channel: the first whose condition holds and that have any. Those
   * that hold for everybody may be variants; each customer always gets the same one of an action.
   *
   * @param all words of an action
   * @param action its name
   * @param customer the customer's key
   */
  static Optional<Words> pick(
      List<Words> all, String action, String customer, String channel, Predicate<Condition> holds) {
    for (Words words : all) {
      boolean speaks = words.content.containsKey(channel) && words.isFor(holds);
      if (speaks && words.variant.isPresent()) {
        return drawn(all, share(action, customer));
      }
      if (speaks) {
        return Optional.of(words);
      }
    }
    return Optional.empty();
  }

  /** A number from 0 up to 1 that hangs on the customer and the action alone. */
  private static double share(String action, String customer) {
    long hash = Sha256.prefix(action + "\n" + customer + "\n" + DRAW);
    return (hash >>> 11) * 0x1p-53;
  }

  /** Where one share grows, only customers next to it change theirs. */
  private static Optional<Words> drawn(List<Words> all, double share) {
    double below = 0;
    Optional<Words> last = Optional.empty();
    for (Words words : all) {
      if (words.variant.isPresent()) {
        below += words.variant.get().share();
        last = Optional.of(words);
        if (share < below) {
          return last;
        }
      }
    }
    return last; // sums of shares fall short of 1 by a rounding
  }
}
