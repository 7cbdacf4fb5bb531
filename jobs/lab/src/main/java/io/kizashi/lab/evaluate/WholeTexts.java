package io.kizashi.lab.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts whose sentences were rated one by one, put together again: numbers are those of text and
 * sentence, {@code 12_3}, and the rating of the whole is the mean of its sentences'.
 */
final class WholeTexts {
  private static final String SENTENCE = "_";

  private WholeTexts() {}

  /** From lines of number, mean rating and text; texts stand in the order of their first lines. */
  static List<Labelled> of(List<String> lines) {
    Map<String, List<Labelled>> byText = new LinkedHashMap<>();
    for (String line : lines) {
      String[] columns = line.split("\t", 3);
      byText
          .computeIfAbsent(columns[0].split(SENTENCE, 2)[0], number -> new ArrayList<>())
          .add(Labelled.rated(columns[2], Double.parseDouble(columns[1])));
    }
    return byText.values().stream().map(WholeTexts::whole).toList();
  }

  private static Labelled whole(List<Labelled> sentences) {
    String text = String.join(" ", sentences.stream().map(Labelled::text).toList());
    double mean = sentences.stream().mapToDouble(Labelled::rating).average().orElse(0);
    return Labelled.rated(text, mean);
  }
}
