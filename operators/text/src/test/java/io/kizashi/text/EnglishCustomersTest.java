package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** English as customers write it: what is right, what stays silent, and what must not turn. */
class EnglishCustomersTest {
  /** Weaker than this is no polarity. */
  private static final double WEAK = 0.1;

  private static final LexiconScorer SCORER = new LexiconScorer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks for losing my bag.",
        "Thank you so much for cancelling my flight.",
        "thanks for the 3 hour delay",
        "Thanks for making me miss my train.",
        "Thanks guys for not telling anybody.",
        "Congrats on another failure.",
      })
  void thanksForAFaultAreNone(String text) {
    assertThat(valence(text)).isLessThan(-WEAK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks a lot for your help with my problem!",
        "Thanks for fixing the error.",
        "Thanks for dealing with my long list.",
        "Thanks for making my day, you saved our trip.",
        "Thanks so much!",
        "Congratulations on the new shop.",
      })
  void thanksForHelpStay(String text) {
    assertThat(valence(text)).isGreaterThan(WEAK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Been waiting since noon.",
        "A two hour wait at the counter.",
        "Sitting on the tarmac, no gate.",
        "My flight was cancelled.",
        "You cancelled my flight",
        "The line went down again.",
        "The line drops every evening.",
        "I hold the line for 20 min, then it disconnected me",
        "Where is my refund?",
        "So much for next day delivery.",
        "It wasn't very helpful.",
        "The towels had stains and the room was musty.",
      })
  void faultsToldAsFactAreBlame(String text) {
    assertThat(valence(text)).isLessThan(-WEAK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I cancelled my order yesterday.",
        "How long is the wait?",
        "Can I cancel my flight?",
        "What time does the flight land",
        "I'll be waiting at the entrance.",
        "No, it is the other one.",
        "I'm not sure which plan I have.",
        "I haven't restarted it yet.",
        "I don't mind, either is possible.",
      })
  void factsQuestionsAndAnswersStaySilent(String text) {
    assertThat(Math.abs(valence(text))).isLessThan(WEAK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No line, no wait.",
        "We landed early.",
        "Huge shoutout to the crew.",
        "I'm back online!",
        "Not one problem in years.",
      })
  void goodTurnsToldAsFactArePraise(String text) {
    assertThat(valence(text)).isGreaterThan(WEAK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"I can't see any of it.", "It doesn't show in the list.", "Nobody came."})
  void aDenialAloneIsAWeakSign(String text) {
    assertThat(valence(text)).isLessThan(-WEAK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"The parcel came without a scratch mark.", "No, that is the old one.", "Not yet."})
  void aDenialThatTellsNothingIsNone(String text) {
    assertThat(valence(text)).isGreaterThan(-WEAK);
  }

  private static double valence(String text) {
    Optional<Scored> scored = SCORER.score(text, "");
    return scored.map(Scored::valence).orElse(0.0);
  }
}
