package io.kizashi.language.read;

import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what a moment is called, by language. */
final class LabelReader {
  private final Problems problems;

  LabelReader(Problems problems) {
    this.problems = problems;
  }

  Map<String, String> label(Fields fields) {
    Map<String, String> labels = new LinkedHashMap<>();
    Optional<YamlNode> written = fields.get("label");
    if (written.isPresent() && written.get() instanceof Scalar) {
      problems.error(
          written.get().at(),
          "wrong_type",
          "a label says in which language it is",
          "label: { ja: かご落ち, en: Abandoned cart }");
      return labels;
    }
    written
        .flatMap(node -> Fields.of(node, "a label", problems))
        .ifPresent(
            label ->
                label
                    .named()
                    .keySet()
                    .forEach(
                        language -> {
                          checkLanguage(label.keyAt(language), language);
                          label.scalar(language).ifPresent(t -> labels.put(language, t.text()));
                        }));
    return labels;
  }

  private void checkLanguage(Mark at, String language) {
    if (!language.matches("[a-z]{2,3}")) {
      problems.error(
          at,
          "language",
          "'" + language + "' is no language",
          "two or three small letters: ja, en");
    }
  }
}
