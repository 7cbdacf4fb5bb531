package io.kizashi.text;

import java.util.Set;

/**
 * "So much for next day delivery" laments only where it opens what is said: in "thank you so much
 * for your help" and "I paid so much for this" it expresses nothing. And who "never liked a hotel
 * so much" praises it.
 */
final class SoMuch implements Pass.BySentence {
  private static final String LAMENT = "so much for";

  private static final Set<String> BEFORE = Set.of("well", "and", "but", "oh", "yeah", "ok", "now");

  private static final String NEVER = "never ";

  private static final Set<String> MORE = Set.of("much", "more", "better");

  @Override
  public void sentence(TextReading reading, int from, int to) {
    for (int i = from; i < to; i++) {
      String said = reading.unit(i).lemma();
      if (said.equals(LAMENT) && !opens(reading, i, from)) {
        reading.weight[i] = 0;
      } else if (said.startsWith(NEVER) && reading.adds(i) < 0 && comparesAfter(reading, i, to)) {
        reading.set(i, -reading.valence[i], Feeling.JOY);
      }
    }
  }

  private static boolean opens(TextReading reading, int i, int from) {
    return i == from
        || reading.role(i - 1).endsClause()
        || BEFORE.contains(reading.unit(i - 1).form());
  }

  /** "… a hotel so much", "… anything more", but not "… it much". */
  private static boolean comparesAfter(TextReading reading, int never, int to) {
    for (int i = never + 1; i < to && !reading.role(i).endsClause(); i++) {
      String form = reading.unit(i).form();
      boolean so = form.equals("so") || form.equals("as");
      if ((so && i + 1 < to && MORE.contains(reading.unit(i + 1).form())) || form.equals("more")) {
        return true;
      }
    }
    return false;
  }
}
