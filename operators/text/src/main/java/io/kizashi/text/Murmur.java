package io.kizashi.text;

import java.util.Set;

/**
 * Where no word is felt, a denial ("can't", "never", "nobody") is a weak sign of displeasure.
 * Questions, requests and conditions give none, nor does the "no" that only answers, nor what its
 * speaker does not know.
 */
final class Murmur implements Pass {
  /** Just above what counts as no polarity. */
  private static final double WEAK = -0.15;

  /** Denials that are as often said of what is well: "without", "wouldn't". */
  private static final Set<String> EITHER_WAY =
      Set.of("no", "without", "nah", "nope", "neither", "nor", "wouldn't", "shouldn't", "ain't");

  /** Of these a denial says nothing: "I'm not sure", "don't know". */
  private static final Set<String> UNTOLD =
      Set.of(
          "sure",
          "know",
          "mind",
          "think",
          "remember",
          "worry",
          "yet",
          "need",
          "urgent",
          "only",
          "matter",
          "mine",
          "hurry",
          "preference",
          "particular",
          "specific",
          "rush");

  private static final int NEAR = 4;

  @Override
  public void over(TextReading reading) {
    for (int i = 0; i < reading.size(); i++) {
      if (reading.adds(i) != 0) {
        return;
      }
    }
    for (int from = 0; from < reading.size(); ) {
      int to = reading.sentenceEnd(from);
      int sign = sign(reading, from, to);
      if (sign >= 0) {
        reading.set(sign, WEAK, Feeling.ANGER);
        reading.weight[sign] = 1;
        return;
      }
      from = to;
    }
  }

  private static int sign(TextReading reading, int from, int to) {
    if (reading.asks(from, to)) {
      return -1;
    }
    for (int i = from; i < to; i++) {
      boolean denial = reading.role(i) == Role.NEGATOR && !answers(reading, i, from, to);
      if (denial && !EITHER_WAY.contains(reading.unit(i).form()) && tells(reading, i, to)) {
        return i;
      }
    }
    return -1;
  }

  /** "No, it is the other one." */
  private static boolean answers(TextReading reading, int at, int from, int to) {
    return at == from && (at + 1 == to || reading.role(at + 1).endsClause());
  }

  private static boolean tells(TextReading reading, int negator, int to) {
    for (int i = negator + 1; i < to && i <= negator + NEAR; i++) {
      if (UNTOLD.contains(reading.unit(i).form())) {
        return false;
      }
    }
    return true;
  }
}
