package io.kizashi.language.read;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.rules.Content;
import io.kizashi.core.rules.Words;
import io.kizashi.core.rules.Words.Variant;
import io.kizashi.language.expression.ExpressionCompiler;
import io.kizashi.language.expression.Scope;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what an action says: to everybody, by condition, or by share. */
final class WordsReader {
  private static final String WHEN = "when";
  private static final String VARIANT = "variant";
  private static final String SHARE = "share";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  /** What an entry has beside its channels. */
  private static final Set<String> KEYS = Set.of(WHEN, VARIANT, SHARE);

  /** Texts of one action: nobody keeps apart more. */
  private static final int MOST = 16;

  /** A tenth of a percent: with less, a text is never measured. */
  private static final double LEAST_SHARE = 0.001;

  /** Of the sum of shares, for what thirds can't say. */
  private static final double ROUNDING = 1e-9;

  private final ExpressionCompiler expressions;
  private final Scope scope;
  private final ContentReader content;
  private final Problems problems;

  /**
   * A reader of the words of one action.
   *
   * @param scope what its conditions may read
   * @param content reads the words themselves
   */
  WordsReader(
      ExpressionCompiler expressions, Scope scope, ContentReader content, Problems problems) {
    this.expressions = expressions;
    this.scope = scope;
    this.content = content;
    this.problems = problems;
  }

  /** The words of an action, those for some of the customers before those for everybody else. */
  List<Words> words(Fields action, List<String> channels) {
    Optional<YamlNode> node = action.required("content", "content: { line: { ja: '…' } }");
    if (node.isEmpty()) {
      return List.of();
    }
    Mark at = action.keyAt("content");
    if (node.get() instanceof Sequence list) {
      List<Written> all = list(at, list, channels);
      checkOrder(at, all);
      checkShares(all);
      all.stream().filter(Written::isForRest).forEach(it -> checkComplete(it, channels));
      return all.stream().map(Written::words).toList();
    }
    List<Written> all = new ArrayList<>();
    Fields.of(node.get(), "content", problems)
        .map(
            fields ->
                new Written(at, Words.forEverybody(content.content(fields, Set.of(), channels))))
        .ifPresent(all::add);
    all.forEach(it -> checkComplete(it, channels));
    return all.stream().map(Written::words).toList();
  }

  /** Words, and where they stand. */
  private record Written(Mark at, Words words) {
    boolean isForRest() {
      return words.isForEverybody();
    }

    boolean isVariant() {
      return words.variant().isPresent();
    }
  }

  // ---- one entry ----

  private List<Written> list(Mark at, Sequence list, List<String> channels) {
    if (list.items().isEmpty()) {
      problems.error(
          at, "content_missing", "no words stand here", "content: { line: { ja: '…' } }");
    } else if (list.items().size() > MOST) {
      problems.error(
          at,
          "out_of_bounds",
          "there are more than " + MOST + " texts",
          "leave some of them out, or make actions of their own of them");
    }
    return list.items().stream()
        .limit(MOST)
        .flatMap(item -> Fields.of(item, "an entry of content", problems).stream())
        .flatMap(fields -> entry(fields, channels).stream())
        .toList();
  }

  private Optional<Written> entry(Fields fields, List<String> channels) {
    if (isMistyped(fields, channels)) {
      return Optional.empty();
    }
    Optional<Condition> when =
        fields.scalar(WHEN).flatMap(text -> expressions.condition(text, scope, problems));
    Optional<Variant> variant = variant(fields);
    if (fields.get(WHEN).isPresent() && fields.get(VARIANT).isPresent()) {
      problems.error(
          fields.keyAt(VARIANT),
          "variant",
          "a text has a condition or is a variant, not both",
          "make an action of its own of it, with when: and the variants");
    }
    Map<String, Map<String, Content>> said = content.content(fields, KEYS, channels);
    if (said.isEmpty()) {
      problems.error(
          fields.at(), "content_missing", "no channel has words here", "line: { ja: '…' }");
    }
    boolean conditional = fields.get(WHEN).isPresent();
    boolean varied = fields.get(VARIANT).isPresent() || fields.get(SHARE).isPresent();
    boolean readable =
        conditional == when.isPresent()
            && varied == variant.isPresent()
            && !(conditional && varied);
    return readable
        ? Optional.of(
            new Written(fields.at(), new Words(when.orElse(Condition.ALWAYS), variant, said)))
        : Optional.empty();
  }

  /** What is nearly a key of the language was meant as one, and not as a channel. */
  private boolean isMistyped(Fields fields, List<String> channels) {
    List<String> mistyped =
        fields.named().keySet().stream()
            .filter(key -> !KEYS.contains(key) && !channels.contains(key))
            .filter(key -> Nearest.certain(key, KEYS).isPresent())
            .toList();
    mistyped.forEach(
        key ->
            problems.unknown(
                fields.keyAt(key),
                key,
                "unknown_key",
                "'" + key + "' means nothing in an entry of content",
                KEYS));
    return !mistyped.isEmpty();
  }

  private Optional<Variant> variant(Fields fields) {
    boolean named = fields.get(VARIANT).isPresent();
    if (named || fields.get(SHARE).isPresent()) {
      fields.required(VARIANT, "what is this text called? variant: a");
      fields.required(SHARE, "how many of the customers get it? share: 0.5");
    }
    Optional<String> name = fields.scalar(VARIANT).map(Scalar::text);
    if (name.filter(text -> !NAME.matcher(text).matches()).isPresent()) {
      problems.error(
          fields.keyAt(VARIANT),
          "name",
          "'" + name.get() + "' is no name for a variant",
          "small letters, digits and _, as in short_text");
    }
    Optional<Double> share = fields.number(SHARE, LEAST_SHARE, 1);
    return name.flatMap(text -> share.map(part -> new Variant(text, part)));
  }

  // ---- all of them ----

  /** The first that holds has the word, so what stands behind one for everybody is never said. */
  private void checkOrder(Mark at, List<Written> all) {
    Optional<Written> rest = Optional.empty();
    for (Written entry : all) {
      boolean together = entry.isVariant() && rest.filter(Written::isVariant).isPresent();
      if (rest.isPresent() && !together) {
        problems.error(
            entry.at(),
            "useless",
            "this is never said: what stands above is for everybody",
            "put it above that, or leave it out");
      }
      rest = rest.or(() -> Optional.of(entry).filter(Written::isForRest));
    }
    if (!all.isEmpty() && rest.isEmpty()) {
      problems.error(
          at,
          "content_missing",
          "there are no words for customers for whom no condition holds",
          "add an entry without when: at the end, or say in the action's own when: whom it is for");
    }
  }

  private void checkShares(List<Written> all) {
    Set<String> names = new HashSet<>();
    double sum = 0;
    Optional<Mark> first = Optional.empty();
    for (Written entry : all) {
      Optional<Variant> variant = entry.words().variant();
      if (variant.isPresent()) {
        first = first.or(() -> Optional.of(entry.at()));
        sum += variant.get().share();
        if (!names.add(variant.get().name())) {
          problems.error(
              entry.at(),
              "variant",
              "there are two variants '" + variant.get().name() + "'",
              "give each a name of its own");
        }
      }
    }
    if (first.isPresent() && Math.abs(sum - 1) > ROUNDING) {
      problems.error(
          first.get(),
          "variant",
          "the shares of the variants are " + plain(sum) + " together",
          "make them 1 together: each customer gets one");
    }
  }

  private void checkComplete(Written entry, List<String> channels) {
    channels.stream()
        .filter(channel -> !entry.words().content().containsKey(channel))
        .forEach(
            channel ->
                problems.error(
                    entry.at(),
                    "content_missing",
                    "there is no content for channel '" + channel + "'",
                    "add " + channel + ": { ja: '…' }"));
  }

  private static String plain(double sum) {
    return BigDecimal.valueOf(sum)
        .round(MathContext.DECIMAL32)
        .stripTrailingZeros()
        .toPlainString();
  }
}
