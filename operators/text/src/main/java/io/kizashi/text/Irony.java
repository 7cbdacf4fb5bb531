package io.kizashi.text;

import java.util.Set;

/**
 * "Thanks for losing my bag": praise whose object is a fault is none. It is turned only where the
 * fault is what the thanks are for, so that "thanks for your help with my problem" stays as it is.
 */
final class Irony implements Pass {
  private static final Set<String> THANKS =
      Set.of(
          "thanks",
          "thank you",
          "thanks so much",
          "thank you so much",
          "many thanks",
          "thx",
          "thanx",
          "cheers",
          "congrats",
          "congratulations",
          "kudos",
          "bravo",
          "well done",
          "good job",
          "great job",
          "nice job");

  private static final Set<String> LINKS = Set.of("for", "on", "to");

  /** Verbs that carry the fault behind them: "for making me miss", "for leaving us stranded". */
  private static final Set<String> CARRIERS =
      Set.of("making", "leaving", "keeping", "letting", "charging", "forcing", "putting", "having");

  /** Between "thanks for" and its fault: "the 3 hour delay", "another". */
  private static final int ARTICLES = 3;

  private static final int CARRIED = 6;

  @Override
  public void over(TextReading reading) {
    for (int i = 0; i + 1 < reading.size(); i++) {
      if (reading.valence[i] > 0 && isThanks(reading.unit(i)) && isForAFault(reading, i + 1)) {
        reading.set(i, -reading.valence[i], Feeling.ANGER);
      }
    }
  }

  static boolean isThanks(Unit unit) {
    return THANKS.contains(unit.lemma());
  }

  private static boolean isForAFault(TextReading reading, int from) {
    int at = from;
    while (at < reading.size() && isTender(reading, at)) {
      at++;
    }
    if (at == reading.size()) {
      return false;
    }
    if (reading.unit(at).lemma().startsWith("for ") && reading.adds(at) < 0) {
      return true;
    }
    if (!LINKS.contains(reading.unit(at).form()) || at + 1 == reading.size()) {
      return false;
    }
    int object = at + 1;
    String first = reading.unit(object).form();
    if (reading.adds(object) < 0 || reading.role(object) == Role.NEGATOR) {
      return true;
    }
    if (CARRIERS.contains(first)) {
      return faultWithin(reading, object, CARRIED);
    }
    return !first.endsWith("ing") && faultWithin(reading, object, ARTICLES);
  }

  /** "Thanks so much, guys, for …". */
  private static boolean isTender(TextReading reading, int i) {
    return reading.role(i) == Role.BOOSTER || reading.unit(i).form().equals("guys");
  }

  /** Whether the first thing felt from here on is bad. */
  private static boolean faultWithin(TextReading reading, int from, int units) {
    for (int i = from; i < reading.size() && i <= from + units; i++) {
      if (reading.role(i).endsClause() || reading.role(i) == Role.JOINER) {
        return false;
      }
      if (reading.isFelt(i)) {
        return reading.adds(i) < 0;
      }
    }
    return false;
  }
}
