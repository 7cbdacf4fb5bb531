package io.kizashi.text;

/**
 * "Thanks for the reply. It still does not work.": thanks that open a complaint are manners. They
 * count little where a later sentence blames and nothing else in the text praises.
 */
final class Courtesy implements Pass {
  private static final double LESS = 0.2;

  /** Units before the thanks: "Hi Tom, many thanks". */
  private static final int GREETING = 4;

  @Override
  public void over(TextReading reading) {
    int end = reading.sentenceEnd(0);
    for (int i = 0; i < end && i <= GREETING; i++) {
      if (reading.adds(i) > 0 && Irony.isThanks(reading.unit(i))) {
        if (onlyBlames(reading, i, reading.sentenceEnd(i))) {
          reading.weight[i] *= LESS;
        }
        return;
      }
    }
  }

  private static boolean onlyBlames(TextReading reading, int thanks, int later) {
    boolean blames = false;
    for (int i = 0; i < reading.size(); i++) {
      double adds = reading.adds(i);
      if (adds > 0 && i != thanks) {
        return false;
      }
      blames |= adds < 0 && i >= later;
    }
    return blames;
  }
}
