package io.kizashi.text;

/**
 * Questions, requests and conditions express nothing, unless they reproach or the words are strong.
 */
final class GrammaticalMood implements Pass.BySentence {
  /** From here on a bad word speaks even in a question or request. */
  private static final double STRONG = 0.7;

  /** What a reproach adds by itself when it is pressed home: "why must I always …". */
  private static final double REPROACH = -0.4;

  private final boolean verbLast;

  private GrammaticalMood(boolean verbLast) {
    this.verbLast = verbLast;
  }

  static GrammaticalMood english() {
    return new GrammaticalMood(false);
  }

  static GrammaticalMood japanese() {
    return new GrammaticalMood(true);
  }

  @Override
  public void sentence(TextReading reading, int from, int to) {
    int last = lastWord(reading, from, to);
    condition(reading, from, to);
    boolean asks = last >= from && reading.role(verbLast ? last : from) == Role.ASKING;
    if (asks || reading.has(Role.ASKED, from, to)) {
      question(reading, from, to, to - last - 1);
    } else if (requests(reading, from, last + 1)) {
      silence(reading, from, to, STRONG);
    }
  }

  private static void question(TextReading reading, int from, int to, int marks) {
    int why = reading.first(Role.REPROACH, from, to);
    if (why < 0 && marks < 2) {
      silence(reading, from, to, STRONG);
      return;
    }
    silence(reading, from, to, 0);
    if (why < 0 && reading.has(Role.SHOUT, from, to)) {
      why = reading.first(Role.ASKED, from, to);
    }
    boolean pressed =
        marks > 1 || reading.has(Role.NEGATOR, from, to) || reading.has(Role.BOOSTER, from, to);
    if (why >= 0 && pressed) {
      reading.set(why, REPROACH, Feeling.ANGER);
      reading.weight[why] = 1;
    }
  }

  private boolean requests(TextReading reading, int from, int to) {
    int reach = 4;
    return verbLast
        ? reading.has(Role.REQUEST, Math.max(from, to - reach), to)
        : reading.has(Role.REQUEST, from, Math.min(to, from + reach));
  }

  /** What is good is only wished for, and what is bad only spoken of, unless it is strong. */
  private static void silence(TextReading reading, int from, int to, double strong) {
    for (int i = from; i < to; i++) {
      if (reading.isDeniable(i) && !reading.entry(i).always()) {
        boolean speaks = reading.valence[i] < 0 && -reading.valence[i] >= strong;
        reading.weight[i] *= speaks ? 1 : 0;
      }
    }
  }

  private void condition(TextReading reading, int from, int to) {
    for (int i = from; i < to; i++) {
      if (reading.role(i) == Role.CONDITION) {
        if (verbLast) {
          reading.weigh(ContrastPass.clauseStart(reading, from, i), i, 0);
        } else {
          reading.weigh(i + 1, ContrastPass.clauseEnd(reading, i + 1, to), 0);
        }
      }
    }
  }

  private static int lastWord(TextReading reading, int from, int to) {
    int last = to - 1;
    while (last >= from && reading.role(last).endsSentence()) {
      last--;
    }
    return last;
  }
}
