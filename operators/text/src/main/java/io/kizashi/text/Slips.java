package io.kizashi.text;

import java.util.Set;

/**
 * "I entered the wrong PIN": who has slipped complains of nobody. It is the customer's slip where
 * "I" or "we" stands before the verb; "you entered the wrong name" stays blame.
 */
final class Slips implements Pass.BySentence {
  private static final Set<String> SPEAKERS = Set.of("i", "we", "i've", "we've");

  private static final Set<String> DEEDS =
      Set.of(
          "typed",
          "entered",
          "put",
          "wrote",
          "gave",
          "chose",
          "picked",
          "clicked",
          "selected",
          "dialled",
          "dialed",
          "used",
          "pressed",
          "ordered",
          "bought",
          "made",
          "booked");

  private static final Set<String> SLIPS = Set.of("wrong", "mistake", "error", "typo");

  /** From the speaker to the deed, and from the deed to the slip. */
  private static final int NEAR = 3;

  @Override
  public void sentence(TextReading reading, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean slip = reading.adds(i) < 0 && SLIPS.contains(reading.unit(i).form());
      if (slip && isOwn(reading, i, from)) {
        reading.weight[i] = 0;
      }
    }
  }

  private static boolean isOwn(TextReading reading, int slip, int from) {
    int deed = before(reading, DEEDS, slip, from);
    return deed >= 0 && before(reading, SPEAKERS, deed, from) >= 0;
  }

  /** The nearest of some words before a unit in its clause, or −1. */
  private static int before(TextReading reading, Set<String> words, int at, int from) {
    for (int i = at - 1; i >= Math.max(from, at - NEAR); i--) {
      if (reading.role(i).endsClause()) {
        return -1;
      }
      if (words.contains(reading.unit(i).form())) {
        return i;
      }
    }
    return -1;
  }
}
