package io.kizashi.text;

import java.util.Optional;

/** Looks for the passage of a reading that did most to make the whole what it is. */
final class Passages {
  private final TextReading reading;
  private final double sign;
  private Optional<Scored.Passage> most = Optional.empty();

  private Passages(TextReading reading, double sign) {
    this.reading = reading;
    this.sign = sign;
  }

  /** The one that adds most of the sign of {@code whole}; none if that is 0. */
  static Optional<Scored.Passage> most(TextReading reading, double whole) {
    Passages passages = new Passages(reading, Math.signum(whole));
    for (int from = 0; from < reading.size(); ) {
      int to = reading.sentenceEnd(from);
      passages.sentence(from, to);
      from = to;
    }
    return passages.most;
  }

  private void sentence(int from, int to) {
    int start = from;
    for (int i = from; i < to; i++) {
      if (reading.role(i) == Role.CONTRAST) {
        // 「楽しみにしていたのに」: some speak themselves.
        half(start, reading.adds(i) == 0 ? i : i + 1);
        start = i + 1;
      }
    }
    half(start, to);
  }

  private void half(int from, int to) {
    double adds = 0;
    for (int i = from; i < to; i++) {
      adds += reading.adds(i);
    }
    double before = most.map(Scored.Passage::valence).orElse(0.0);
    if (adds * sign > before * sign) {
      most = Optional.of(new Scored.Passage(start(from, to), end(from, to), adds));
    }
  }

  /** Without the marks before its first word. */
  private int start(int from, int to) {
    int i = from;
    while (i + 1 < to && reading.role(i).endsClause()) {
      i++;
    }
    return reading.unit(i).start();
  }

  /** Without the marks after its last word, unless they speak. */
  private int end(int from, int to) {
    int i = to - 1;
    while (i > from && reading.role(i).endsClause() && reading.adds(i) == 0) {
      i--;
    }
    return reading.unit(i).end();
  }
}
