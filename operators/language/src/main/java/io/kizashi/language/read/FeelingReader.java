package io.kizashi.language.read;

import io.kizashi.core.expression.Interest;
import io.kizashi.core.rules.Trial;
import io.kizashi.language.yaml.Problems;
import io.kizashi.schema.Emotion;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a moment adds to the feelings of the customer whom it happens to. */
final class FeelingReader {
  /** Plutchik's eight. */
  private static final Map<String, String> LABELS =
      Stream.of("joy", "trust", "anticipation", "surprise", "anger", "disgust", "sadness", "fear")
          .collect(Collectors.toMap(Function.identity(), Function.identity()));

  /** Behaviour tells less of feelings than words do. */
  private static final double HALF = 0.5;

  private final Problems problems;

  FeelingReader(Problems problems) {
    this.problems = problems;
  }

  /** What it adds to feelings must not hang on them, and must hold for every customer. */
  Optional<Emotion> feels(Fields fields, Interest read, Trial trial) {
    Optional<Fields> written =
        fields.get("feels").flatMap(node -> Fields.of(node, Keys.FEELS, problems));
    if (written.isEmpty()) {
      return Optional.empty();
    }
    if (read.emotional()) {
      problems.error(
          fields.keyAt("feels"),
          "circular",
          "this adds to the customer's feelings, but reads them",
          "leave feels: out, or read no emotion here, nor a segment that does");
    }
    if (!trial.equals(Trial.NONE)) {
      problems.error(
          fields.keyAt("feels"),
          "feels_in_trial",
          "what a rule adds to feelings is read by other rules, so it can't run in shadow or in"
              + " part",
          "leave feels: out while you try the rule");
    }
    return Optional.of(feeling(written.get()));
  }

  private Emotion feeling(Fields feels) {
    feels.required("valence", "feels: { valence: -0.6, arousal: 0.7, label: anger }");
    return new Emotion(
        feels.number("valence", -1, 1).orElse(0.0),
        feels.number("arousal", -1, 1).orElse(0.0),
        feels.choice("label", LABELS).orElse(""),
        feels.number("confidence", 0, 1).orElse(HALF),
        "behaviour");
  }
}
