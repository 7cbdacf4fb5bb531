package io.kizashi.lab.evaluate;

import io.kizashi.text.Scored;
import java.util.List;
import java.util.Optional;

/** How scores are compared with what people said. */
enum Measure {
  /** Pearson's, of valence and rating. */
  CORRELATION("correlation"),
  /** Macro-F1 of positive, negative and, where people said so, neutral. */
  POLARITY("polarity F1"),
  /** Macro-F1 of the feelings that people named. */
  FEELING("feeling F1");

  /** Weaker than this is no polarity. */
  private static final double WEAK = 0.1;

  private final String title;

  Measure(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The agreement of texts and their scores, in the same order. */
  double of(List<Labelled> texts, List<Optional<Scored>> scores) {
    return switch (this) {
      case CORRELATION ->
          Statistics.correlation(
              texts.stream().mapToDouble(Labelled::rating).toArray(),
              scores.stream().mapToDouble(Measure::valence).toArray());
      case POLARITY, FEELING ->
          Statistics.macroF1(texts.stream().map(Labelled::label).toList(), names(scores));
    };
  }

  /** What the scores say, in the words of the labels. */
  List<String> names(List<Optional<Scored>> scores) {
    return scores.stream().map(this == FEELING ? Measure::feeling : Measure::polarity).toList();
  }

  private static double valence(Optional<Scored> score) {
    return score.map(Scored::valence).orElse(0.0);
  }

  private static String feeling(Optional<Scored> score) {
    return score.map(s -> s.feeling().label()).orElse("neutral");
  }

  private static String polarity(Optional<Scored> score) {
    double valence = valence(score);
    return Math.abs(valence) < WEAK ? "neutral" : valence > 0 ? "positive" : "negative";
  }
}
