package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.LearnedLexicon.Word;
import io.kizashi.schema.LearningBounds;
import io.kizashi.schema.Touchpoint;
import io.kizashi.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** From what customers said before they answered to how the next one is understood. */
class LearningTest {
  private static final long MINUTE = 60_000;
  private static final long START = 1_772_000_000_000L;
  private static final long EPOCH = 5_907_000;
  private static final Senses SENSES = Senses.find(() -> {});
  private static final LexiconScorer SCORER = new LexiconScorer();

  private static Touchpoint at(long time, String customer, Uttered said) {
    Touchpoint t = said.touchpoint();
    return new Touchpoint(
        customer + "/" + time,
        t.type(),
        time,
        CustomerKey.customer(customer),
        t.actor(),
        t.setting(),
        t.emotion(),
        t.text(),
        t.properties(),
        time);
  }

  /** Every two minutes one writes that the app is heavy and answers badly, and one is content. */
  private static List<Touchpoint> story(int customers, String bad, String good) {
    List<Touchpoint> story = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      long time = START + i * 2L * MINUTE;
      story.add(at(time, "bad-" + i, Uttered.text(bad)));
      story.add(at(time + 1, "good-" + i, Uttered.text(good)));
      story.add(at(time + MINUTE, "bad-" + i, Uttered.answer("nps", 0.0)));
      story.add(at(time + MINUTE + 1, "good-" + i, Uttered.answer("nps", 10.0)));
    }
    return story;
  }

  private static List<LearnedLexicon> learned(List<Touchpoint> touchpoints) {
    Study study = new Study();
    List<LearnedLexicon> lexicons = new ArrayList<>();
    touchpoints.forEach(touchpoint -> lexicons.addAll(study.add(touchpoint)));
    lexicons.addAll(study.end());
    return lexicons;
  }

  private static LearnedLexicon last(List<Touchpoint> touchpoints) {
    List<LearnedLexicon> lexicons = learned(touchpoints);
    return lexicons.get(lexicons.size() - 1);
  }

  private static Optional<Emotion> felt(String text, LearnedLexicon learned) {
    return SENSES.fill(Uttered.text(text).touchpoint(), learned).emotion();
  }

  @Test
  void aWordThatTheLexiconDoesNotHaveBecomesOneWhereBadAnswersFollowIt() {
    LearnedLexicon learned = last(story(100, "今日もアプリが重いです。", "アプリの画面を開きました。"));

    assertThat(felt("動作が重かったです。", LearnedLexicon.NONE)).isEmpty();
    assertThat(felt("動作が重かったです。", learned))
        .hasValueSatisfying(emotion -> assertThat(emotion.valence()).isBetween(-0.3, -0.1));
    assertThat(felt("重くないです。", learned))
        .hasValueSatisfying(emotion -> assertThat(emotion.valence()).isPositive());
    assertThat(learned.words()).doesNotContainKey("アプリ");
  }

  @Test
  void aWordThatTheLexiconHasDriftsAndALaterTextIsScoredLower() {
    LearnedLexicon learned = last(story(100, "It is fine.", "I opened the page."));
    String text = "The delivery was fine.";

    double before = felt(text, LearnedLexicon.NONE).orElseThrow().valence();
    double after = felt(text, learned).orElseThrow().valence();

    assertThat(before).isPositive();
    assertThat(after).isLessThan(before - 0.1);
  }

  @Test
  void theCausesShowWhatWasLearned() {
    LearnedLexicon learned = lexicon("重い", -0.2);
    Scored scored = SCORER.score("アプリが重い。", "ja", learned).orElseThrow();
    assertThat(scored.causes()).containsExactly(new Scored.Cause(4, 6, -0.2));
    Scored fine = SCORER.score("fine", "en", lexicon("fine", 0.1)).orElseThrow();
    double plain = SCORER.score("fine", "en").orElseThrow().causes().get(0).valence();
    assertThat(fine.causes().get(0).valence())
        .isCloseTo(plain + 0.1, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void anUnknownWordIsNotHeardBelowTheThreshold() {
    assertThat(felt("アプリが重い。", lexicon("重い", -0.045))).isEmpty();
    assertThat(felt("アプリが重い。", lexicon("重い", -0.05))).isPresent();
  }

  @Test
  void aPhraseIsLearnedAsAWhole() {
    LearnedLexicon learned = last(story(60, "商品が届きませんでした。", "商品を見ています。"));
    assertThat(learned.words().keySet())
        .anyMatch(word -> word.startsWith("届く") || word.startsWith("届か"))
        .doesNotContain("届く", "ない");
  }

  @Test
  void nothingIsLearnedOfWhatIsDeniedOrAskedNorOfGrammarNumbersAndNames() {
    assertThat(SCORER.words("画面は重くないです。", "ja")).contains("画面").doesNotContain("重い");
    assertThat(SCORER.words("アプリは重いですか？", "ja")).isEmpty();
    assertThat(SCORER.words("田中さんが注文A4711の荷物を3個運びました。", "ja"))
        .contains("注文", "荷物", "運ぶ")
        .doesNotContain("田中", "さん", "3", "A4711", "する");
    assertThat(SCORER.words("I would have said that Mary carried order A4711 to the depot.", "en"))
        .contains("order", "depot")
        .doesNotContain("would", "have", "that", "mary", "the", "a4711");
    assertThat(SCORER.words("Где мой заказ", "")).isEmpty();
  }

  @Test
  void whatOthersSayTeachesNothing() {
    Touchpoint agent =
        at(START, "c", Uttered.text("重い").by(io.kizashi.schema.Actor.AGENT).saying("重い"));
    assertThat(Witness.mayTell(agent)).isFalse();
    assertThat(Witness.hear(agent).isEmpty()).isTrue();
    assertThat(Witness.hear(at(START, "c", Uttered.text("重い").as("staff_note"))).isEmpty())
        .isTrue();
  }

  @Test
  void withoutLearningNoScoreIsOther() {
    LearnedLexicon elsewhere = lexicon("関係", 0.3);
    for (String text :
        List.of("最悪の対応でした。", "The parcel was not fine :(", "届かないのに返金もない!!", "12345")) {
      assertThat(SCORER.score(text, "", LearnedLexicon.NONE)).isEqualTo(SCORER.score(text, ""));
      assertThat(SCORER.score(text, "", elsewhere)).isEqualTo(SCORER.score(text, ""));
    }
  }

  @Test
  void aRecordingLittleOutOfOrderTeachesTheSame() {
    List<Touchpoint> story = story(60, "今日もアプリが重いです。", "アプリの画面を開きました。");
    List<LearnedLexicon> inOrder = learned(story);
    Random random = new Random(Seeds.seed());
    List<Touchpoint> mixed = new ArrayList<>();
    for (int from = 0; from < story.size(); from += 8) {
      List<Touchpoint> few = new ArrayList<>(story.subList(from, Math.min(from + 8, story.size())));
      java.util.Collections.shuffle(few, random);
      mixed.addAll(few);
      mixed.addAll(few.subList(0, 3)); // and some twice
    }
    assertThat(learned(mixed)).isEqualTo(inOrder).isNotEmpty();
  }

  @Test
  void lexiconsComeInTheOrderOfTheirEpochs() {
    List<LearnedLexicon> lexicons = learned(story(60, "アプリが重い。", "画面を見ました。"));
    for (int i = 1; i < lexicons.size(); i++) {
      assertThat(lexicons.get(i).epoch()).isGreaterThan(lexicons.get(i - 1).epoch());
    }
    assertThat(lexicons.get(0).until()).isGreaterThan(START + 38 * MINUTE);
  }

  @Test
  void aScorerThatKnowsNoWordsIsAskedAsBefore() {
    EmotionScorer model =
        (text, language) -> Optional.of(new Scored(0.5, 0, Feeling.JOY, 1, List.of()));
    Senses senses = new Senses(model, () -> {});
    assertThat(senses.fill(Uttered.text("重い").touchpoint(), lexicon("重い", -0.3)).emotion())
        .as("and what it says names no lexicon, since it went by none")
        .contains(new Emotion(0.5, 0, "joy", 1, "text"));
  }

  @Test
  void whatWordsTellNamesTheLexiconByWhichTheyWereRead() {
    LearnedLexicon learned =
        new LearnedLexicon(EPOCH, 20, 0, Map.of("重い", new Word(-0.3, 20, -0.3)));
    assertThat(epoch(Uttered.text("アプリが重い。"), learned)).isEqualTo(EPOCH);
    assertThat(epoch(Uttered.text("最悪の対応でした。"), learned))
        .as("also where no word is shifted")
        .isEqualTo(EPOCH);
    assertThat(epoch(Uttered.answer("nps", 0.0).saying("アプリが重い。"), learned)).isEqualTo(EPOCH);
    LearnedLexicon back = new LearnedLexicon(EPOCH, 20, 0, Map.of());
    assertThat(epoch(Uttered.text("最悪の対応でした。"), back)).isEqualTo(EPOCH);
  }

  @Test
  void whatIsReadByNoLexiconNamesNone() {
    LearnedLexicon learned =
        new LearnedLexicon(EPOCH, 20, 0, Map.of("重い", new Word(-0.3, 20, -0.3)));
    assertThat(epoch(Uttered.text("最悪の対応でした。"), LearnedLexicon.NONE)).isZero();
    assertThat(epoch(Uttered.answer("nps", 0.0), learned)).isZero();
    assertThat(epoch(Uttered.answer("nps", 0.0).saying("開きました。"), learned)).isZero();
    Emotion voice = new Emotion(-0.4, 0.1, "anger", 0.2, "voice");
    assertThat(epoch(Uttered.text("アプリが重い。").feeling(voice), learned)).isZero();
  }

  private static long epoch(Uttered said, LearnedLexicon learned) {
    return SENSES.fill(said.touchpoint(), learned).emotion().orElseThrow().epoch();
  }

  private static LearnedLexicon lexicon(String word, double shift) {
    return new LearnedLexicon(
        1, LearningBounds.LEAST_ANSWERS, 0, Map.of(word, new Word(shift, 20, shift)));
  }
}
