package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Actor;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensesTest {
  private static final Uttered COMPLAINT = Uttered.text("最悪の対応でした。もう二度と使いません。");
  private static final Senses SENSES = new Senses(new LexiconScorer(), () -> {});

  private static Optional<Emotion> felt(Uttered said) {
    return SENSES.fill(said.touchpoint()).emotion();
  }

  @Test
  void aCustomersWordsTellTheEmotion() {
    Emotion upset = felt(COMPLAINT).orElseThrow();
    assertThat(upset.source()).isEqualTo("text");
    assertThat(upset.valence()).isLessThan(-0.3);
    Emotion glad = felt(Uttered.text("I am so happy, thank you!")).orElseThrow();
    assertThat(glad.label()).isEqualTo("joy");
    assertThat(glad.valence()).isPositive();
  }

  @Test
  void nothingElseOfTheTouchpointChanges() {
    Touchpoint before = COMPLAINT.in("JP-13").with("page", "/cart").touchpoint();
    assertThat(SENSES.fill(before))
        .usingRecursiveComparison()
        .ignoringFields("emotion")
        .isEqualTo(before);
  }

  @Test
  void theEmotionThatASourceSentIsKept() {
    Emotion voice = new Emotion(0.4, 0.1, "trust", 0.2, "voice");
    assertThat(felt(COMPLAINT.feeling(voice))).contains(voice);
    assertThat(felt(Uttered.answer("nps", 0.0).feeling(voice))).contains(voice);
  }

  @ParameterizedTest
  @EnumSource(value = Actor.class, mode = EnumSource.Mode.EXCLUDE, names = "CUSTOMER")
  void whatOthersSayIsNotTheCustomersEmotion(Actor other) {
    assertThat(felt(COMPLAINT.by(other))).isEmpty();
    assertThat(felt(Uttered.answer("nps", 0.0).by(other))).isEmpty();
  }

  @Test
  void aNoteIsTheStaffsWhoeverItNamesAsItsActor() {
    assertThat(felt(COMPLAINT.as("staff_note"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "営業時間は何時までですか？",
        "荷物は3月3日に届きました。",
        "もし壊れていたら交換できますか。",
        "What are your opening hours?",
        "The parcel came on Monday.",
        "If it breaks, can I return it?",
        "12345",
        "Где мой заказ"
      })
  void questionsFactsConditionsAndWhatCannotBeReadTellNothing(String text) {
    assertThat(felt(Uttered.text(text))).isEmpty();
  }

  @Test
  void theLanguageThatASourceNamesIsBelieved() {
    Uttered french = Uttered.text("terrible, good, awful").with("language", "fr");
    assertThat(felt(french)).isEmpty();
    assertThat(felt(french.with("language", "en-GB"))).isPresent();
    assertThat(felt(Uttered.text("最悪").with("language", "zh"))).isEmpty();
    assertThat(felt(Uttered.text("最悪").in("JP-13"))).isPresent();
  }

  @Test
  void feelingsThatCancelEachOtherHaveNoName() {
    EmotionScorer torn = (text, language) -> Optional.of(scored(0, Feeling.NEUTRAL));
    Emotion emotion =
        new Senses(torn, () -> {}).fill(COMPLAINT.touchpoint()).emotion().orElseThrow();
    assertThat(emotion.label()).isEmpty();
  }

  static Stream<EmotionScorer> brokenScorers() {
    return Stream.of(
        (text, language) -> {
          throw new IllegalStateException(text);
        },
        (text, language) -> {
          throw new NoClassDefFoundError(text);
        },
        (text, language) -> {
          throw new StackOverflowError(text);
        },
        (text, language) -> Optional.of(scored(2, Feeling.JOY)));
  }

  @ParameterizedTest
  @MethodSource("brokenScorers")
  void aScorerThatFailsCostsTheEmotionOnly(EmotionScorer broken) {
    List<String> failures = new ArrayList<>();
    Senses senses = new Senses(broken, () -> failures.add("failed"));
    Touchpoint touchpoint = COMPLAINT.touchpoint();
    assertThat(senses.fill(touchpoint)).isEqualTo(touchpoint);
    assertThat(failures).hasSize(1);
  }

  @Test
  void theSameTouchpointAlwaysGetsTheSameEmotion() {
    Touchpoint once = SENSES.fill(COMPLAINT.touchpoint());
    assertThat(new Senses(new LexiconScorer(), () -> {}).fill(COMPLAINT.touchpoint()))
        .isEqualTo(once);
    assertThat(SENSES.fill(once)).isEqualTo(once);
  }

  private static Scored scored(double valence, Feeling feeling) {
    return new Scored(valence, 0, feeling, 1, List.of());
  }
}
