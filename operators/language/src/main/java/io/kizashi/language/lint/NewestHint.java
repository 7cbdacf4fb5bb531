package io.kizashi.language.lint;

import io.kizashi.core.rules.Step;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.util.Locale;
import java.util.Optional;

/** What to do about a state that is not asked for again, and where it stands. */
final class NewestHint {
  private NewestHint() {}

  /** A signal is the customer's, whatever the matter; what rules out is asked of the matter. */
  static String ofMatter(Step.Fit anchor, String property) {
    return "rule it out, unless: { event: "
        + anchor.type()
        + ", where: 'event.properties."
        + property
        + " …' }, with what no longer fits";
  }

  static String newest(Step.Fit anchor, String property) {
    String type =
        anchor.type().equals(Step.ANY) ? "" : ", where: 'event.type == \"" + anchor.type() + "\"'";
    String name = property.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    return "ask for the newest at the end, when: 'signals."
        + name
        + " …', with signals: { "
        + name
        + ": { latest: 'event.properties."
        + property
        + "'"
        + type
        + " } }";
  }

  /** Where the property stands, or the block that it stands in. */
  static Mark place(YamlNode written, String property) {
    Optional<Scalar> where =
        child(written, "pattern")
            .filter(Sequence.class::isInstance)
            .map(pattern -> ((Sequence) pattern).items().get(0))
            .flatMap(step -> child(step, "where"))
            .filter(Scalar.class::isInstance)
            .map(Scalar.class::cast);
    return where.map(text -> within(text, property)).orElseGet(written::at);
  }

  private static Mark within(Scalar text, String property) {
    int from = text.text().indexOf("event.properties." + property);
    boolean single =
        from >= 0 && !text.text().contains("\n") && text.at().text().contains(text.text());
    return single ? text.at().plus(from + (text.quoted() ? 1 : 0)) : text.at();
  }

  private static Optional<YamlNode> child(YamlNode node, String key) {
    return node instanceof Mapping mapping ? mapping.get(key) : Optional.empty();
  }
}
