package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Turns of English whose words alone mislead: +1 praises, −1 blames, 0 stays silent. */
class EnglishTurnsTest {
  /** Weaker than this is no polarity. */
  private static final double WEAK = 0.1;

  private static final LexiconScorer SCORER = new LexiconScorer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|So much for next day delivery.",
        "-1|so much for being a valued customer",
        "-1|We waited all week. So much for the promise.",
        "-1|Well so much for that plan",
        "-1|Thank you so much for cancelling my flight.",
        "1|Thank you so much for your help.",
        "1|Thanks so much for the quick answer!",
        "1|You did so much for us, thanks again.",
        "1|I appreciate you so much for this.",
        "0|I paid so much for this.",
        "0|They do so much for the town.",
      })
  void soMuchForLamentsOnlyWhereItOpens(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|I never liked this bank.",
        "-1|We have never liked the taste.",
        "-1|Never really liked the new menu",
        "-1|I didn't like the way he spoke.",
        "-1|I don't like the new layout.",
        "-1|Didn't enjoy my stay.",
        "1|I never liked a hotel so much.",
        "1|I've never liked anything more.",
        "1|We never enjoyed a holiday as much.",
        "1|I never loved a phone more than this one.",
        "0|Do you not like it?",
        "0|If you don't like it, send it back.",
      })
  void whoNeverLikedItBlamesAndWhoNeverLikedOneMorePraises(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|I can't stand this app.",
        "-1|We cannot stand the hold music any more",
        "-1|I couldn't stand the smell.",
        "-1|I can't bear calling you again.",
        "-1|Thanks for nothing.",
        "-1|thank you for nothing, guys",
        "-1|Thanks for nothing, I found the answer myself.",
        "1|I can't thank you enough.",
        "1|Thanks, nothing was too much trouble.",
        "0|I can't stand up for long.",
        "0|Can you stand the heat?",
      })
  void whatNobodyCanStandIsBlamed(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|Thanks for the reply. It still does not work.",
        "-1|Hi, thanks for your message. I have been waiting for three weeks.",
        "-1|Thank you for your email. Unfortunately the part is broken.",
        "-1|Many thanks for getting back to me. My refund never arrived.",
        "-1|Thanks for the update, but my order never arrived.",
        "1|Thanks for your help with my problem!",
        "1|Thank you for the refund. Great service.",
        "1|Thanks for the reply. It works now!",
        "1|Thanks for the quick reply. The cable was wrong, the new one is perfect.",
        "1|Hello, thank you for the reply. I will call on Monday.",
      })
  void thanksThatOpenAComplaintAreManners(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|It took two hours to get a reply.",
        "-1|Took 3 weeks to arrive",
        "-1|I've been on the phone for 2 hours",
        "-1|On hold for three hours.",
        "-1|Five hours and counting.",
        "0|The flight is 3 hours.",
        "0|The shop is open for ten hours.",
        "0|It took two hours to get there.",
        "0|It took only two days to arrive.",
        "0|How many days does it take to arrive?",
        "0|If it takes three days to arrive, leave it with Ann.",
        "1|It took two days to arrive and I am delighted.",
      })
  void longTimesToldAsFactAreWeakBlame(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|It was not very good.",
        "-1|The staff weren't really friendly.",
        "-1|not that great",
        "-1|It isn't all that comfortable.",
        "-1|It's not particularly clean.",
        "-1|Not exactly fast.",
        "1|It was not that bad.",
        "1|It isn't really expensive.",
        "1|The queue was not very slow.",
      })
  void notVeryGoodIsNotGood(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|How are you all so nice?",
        "1|How is the staff so friendly?",
        "1|Why is the bed so comfortable??",
        "1|how did you get so good at this?",
        "-1|Why is it so hard to cancel?",
        "-1|Why are you so slow?",
        "-1|Why is it not so good any more?",
        "-1|Why is the good one so expensive?",
        "0|How can it be so easy to lose a bag?",
        "0|How do I get a nice seat?",
        "0|How good is the view?",
        "0|How is it so great and nobody knows?",
      })
  void whoWondersAtWhatIsGoodPraisesIt(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|I typed the wrong name, it is Meyer.",
        "0|I entered the wrong PIN three times.",
        "0|I must have picked the wrong date.",
        "0|I made a mistake in my address.",
        "0|wrong number in my last message, it is 4531",
        "0|I ordered two by mistake.",
        "-1|You entered the wrong amount.",
        "-1|He typed the wrong name on my ticket.",
        "-1|I paid and you booked the wrong room.",
        "-1|I got the wrong parcel.",
        "-1|I was given the wrong key.",
        "-1|I ordered it, and the wrong size arrived.",
        "1|I ordered the wrong size and the exchange was easy.",
      })
  void whoHasSlippedComplainsOfNobody(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|It's smoking, is it going to explode??",
        "-1|There is smoke coming out of the router!",
        "-1|Could it be about to catch fire?",
        "-1|The plug started smoking.",
        "-1|A burning smell from the oven.",
        "0|Is smoking allowed?",
        "0|A room for smokers, please.",
        "0|Where is the fireplace?",
      })
  void fireIsFearedAlsoInAQuestion(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|The support never answers.",
        "-1|It never works.",
        "-1|My order hasn't arrived.",
        "-1|The app is not working.",
        "-1|I have problems with the app.",
        "-1|So many issues with this phone",
        "-1|It breaks every week.",
        "-1|The room smells.",
        "-1|I really wanted to love this place.",
        "1|The second one was faster and nicer.",
        "1|The hall smells nice.",
        "1|It works like a charm.",
        "1|No problems at all.",
        "0|I will do it later.",
        "0|See you this evening.",
        "0|No worries.",
        "0|Is it working?",
        "0|If it works, tell Ann.",
      })
  void formsOfAWordMeanWhatItMeansThoughAPhraseHasThem(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  private static int sign(String text) {
    Optional<Scored> scored = SCORER.score(text, "");
    double valence = scored.map(Scored::valence).orElse(0.0);
    return Math.abs(valence) < WEAK ? 0 : (int) Math.signum(valence);
  }
}
