package io.kizashi.text;

/**
 * 「良くも悪くもない」, 「美味しくもなければ不味くもない」: praise and blame that are denied side by side say neither. Two of
 * a kind are both denied: 「不満も問題もない」.
 */
final class Neither implements Pass {
  /** From one denial to the other: 「なければ」, 「ないが」. */
  private static final int APART = 6;

  private static final int MARKED = 2;

  @Override
  public void over(TextReading reading) {
    int before = -1;
    int denial = -1;
    for (int i = MARKED; i < reading.size(); i++) {
      if (reading.role(i) == Role.NEGATOR) {
        int here = marked(reading, i);
        int there = here < 0 ? -1 : marked(reading, here);
        if (there >= 0) {
          together(reading, here, there);
        } else if (here >= 0 && before >= 0 && i - denial <= APART) {
          cancel(reading, here, before);
        }
        before = here;
        denial = i;
      }
    }
  }

  private static void together(TextReading reading, int here, int there) {
    if (!cancel(reading, here, there)) {
      reading.deny(there);
    }
  }

  private static boolean cancel(TextReading reading, int one, int other) {
    boolean apart = reading.entry(one).value() * reading.entry(other).value() < 0;
    if (apart) {
      reading.weight[one] = 0;
      reading.weight[other] = 0;
    }
    return apart;
  }

  /** What is felt right before 「も」 and unit {@code at}, itself or in 「良い点も」; −1 if nothing is. */
  private static int marked(TextReading reading, int at) {
    if (at < MARKED || !reading.unit(at - 1).lemma().equals(JapaneseUnits.TOPIC)) {
      return -1;
    }
    int word = at - MARKED;
    if (word > 0 && !reading.isDeniable(word) && reading.unit(word).part().startsWith("名詞")) {
      word--;
    }
    return reading.isDeniable(word) ? word : -1;
  }
}
