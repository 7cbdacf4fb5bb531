package io.kizashi.language.read;

import io.kizashi.language.typed.TypedWord;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        .ifPresent(label -> read(label, labels));
    return labels;
  }

  private void read(Fields label, Map<String, String> labels) {
    Set<String> parts = PartedText.note(label, problems);
    for (String language : label.named().keySet()) {
      if (!parts.contains(language)) {
        checkLanguage(label.keyAt(language), language);
        label.scalar(language).ifPresent(text -> labels.put(language, text.text()));
      }
    }
  }

  private void checkLanguage(Mark at, String language) {
    if (!language.matches("[a-z]{2,3}")) {
      problems.error(
          at,
          "language",
          "'" + language + "' is no language",
          "two or three small letters: ja, en",
          TypedWord.language(language).flatMap(it -> Fix.at(at, language, it)));
    }
  }
}
