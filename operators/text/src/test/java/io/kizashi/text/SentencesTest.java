package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The labelled sentences, which stood before the lexicons did. */
class SentencesTest {
  private static final List<String> POLARITIES = List.of("positive", "negative", "neutral");
  private static final double AIM = 0.75;

  /** Weaker than this is no polarity. */
  private static final double WEAK = 0.1;

  private static final LexiconScorer SCORER = new LexiconScorer();

  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void polarityIsFoundAsWellAsIsAimedAt(String language) {
    assertThat(macroF1(LabelledSentence.of(language))).isGreaterThanOrEqualTo(AIM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void noTwoSentencesThatDifferByANegationAreScoredAlike(String language) {
    Map<String, List<String>> pairs =
        LabelledSentence.of(language).stream()
            .filter(sentence -> !sentence.pair().isEmpty())
            .collect(
                Collectors.groupingBy(
                    LabelledSentence::pair,
                    Collectors.mapping(SentencesTest::polarity, Collectors.toList())));
    assertThat(pairs).hasSizeGreaterThan(30);
    assertThat(pairs)
        .allSatisfy((pair, found) -> assertThat(found).hasSize(2).doesNotHaveDuplicates());
  }

  private static double macroF1(List<LabelledSentence> sentences) {
    assertThat(sentences).hasSizeGreaterThan(300);
    return POLARITIES.stream().mapToDouble(p -> f1(p, sentences)).average().orElseThrow();
  }

  private static double f1(String polarity, List<LabelledSentence> sentences) {
    long right = 0;
    long named = 0;
    for (LabelledSentence sentence : sentences) {
      boolean is = sentence.polarity().equals(polarity);
      boolean found = polarity(sentence).equals(polarity);
      right += is && found ? 1 : 0;
      named += (is ? 1 : 0) + (found ? 1 : 0);
    }
    return 2.0 * right / named;
  }

  private static String polarity(LabelledSentence sentence) {
    Optional<Scored> scored = SCORER.score(sentence.text(), "");
    double valence = scored.map(Scored::valence).orElse(0.0);
    return Math.abs(valence) < WEAK ? "neutral" : valence > 0 ? "positive" : "negative";
  }
}
