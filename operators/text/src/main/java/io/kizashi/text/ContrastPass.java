package io.kizashi.text;

/**
 * "But", 「〜ですが」: what comes after counts more, what comes before or is conceded counts less.
 * Factors near those of VADER (Hutto 2014: ½ and 1½).
 */
final class ContrastPass implements Pass.BySentence {
  private static final double LESS = 0.4;
  private static final double MORE = 1.4;
  private static final double SENTENCE_BEFORE = 0.6;

  private final boolean concessionFollows;

  private ContrastPass(boolean concessionFollows) {
    this.concessionFollows = concessionFollows;
  }

  /** "Although" stands before what it concedes. */
  static ContrastPass english() {
    return new ContrastPass(false);
  }

  /** 「ても」 stands after what it concedes. */
  static ContrastPass japanese() {
    return new ContrastPass(true);
  }

  @Override
  public void sentence(TextReading reading, int from, int to) {
    for (int i = from; i < to; i++) {
      if (reading.role(i) == Role.CONTRAST) {
        turn(reading, from, i, to);
      } else if (reading.role(i) == Role.CONCESSION) {
        concede(reading, from, i, to);
      }
    }
  }

  private static void turn(TextReading reading, int from, int at, int to) {
    if (!isFelt(reading, at + 1, to)) {
      thwart(reading, from, at);
      return;
    }
    if (isFelt(reading, from, at)) {
      reading.weigh(from, at, LESS);
      reading.weigh(at + 1, to, MORE);
    } else {
      reading.weigh(0, from, SENTENCE_BEFORE);
    }
  }

  /** 「待っていたのに」: what was hoped for did not come, though nobody says how that feels. */
  private static void thwart(TextReading reading, int from, int at) {
    double value = reading.entry(at).value();
    if (value != 0) {
      reading.weigh(from, at, LESS);
      reading.set(at, value, Feeling.SADNESS);
      reading.weight[at] = 1;
    }
  }

  private void concede(TextReading reading, int from, int at, int to) {
    int start = concessionFollows ? clauseStart(reading, from, at) : at + 1;
    int end = concessionFollows ? at : clauseEnd(reading, at + 1, to);
    reading.weigh(start, end, LESS);
  }

  static int clauseStart(TextReading reading, int from, int at) {
    int i = at;
    while (i > from && !reading.role(i - 1).endsClause()) {
      i--;
    }
    return i;
  }

  static int clauseEnd(TextReading reading, int at, int to) {
    int i = at;
    while (i < to && !reading.role(i).endsClause()) {
      i++;
    }
    return i;
  }

  private static boolean isFelt(TextReading reading, int from, int to) {
    for (int i = from; i < to; i++) {
      if (reading.adds(i) != 0) {
        return true;
      }
    }
    return false;
  }
}
