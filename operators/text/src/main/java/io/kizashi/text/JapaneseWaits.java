package io.kizashi.text;

import java.util.Set;

/**
 * 「二時間待ちました」, 「連絡すると言われて一週間経ちました」: where nothing else in the sentence is felt, a long time that has
 * passed is a weak complaint. Short times, plans and questions stay silent.
 */
final class JapaneseWaits implements Pass.BySentence {
  private static final double WAITED = -0.45;

  private static final double PASSED = -0.35;

  private static final Set<String> WAITS = Set.of("待つ");

  private static final Set<String> PASSES = Set.of("経つ", "たつ", "過ぎる");

  /** From when on a time that passes is one of waiting. */
  private static final Set<String> SINCE =
      Set.of("言う", "連絡", "申し込む", "申し込み", "注文", "依頼", "問い合わせる", "問い合わせ", "返送", "申請", "修理", "返品");

  private static final Set<String> TIMES =
      Set.of("時間", "週間", "日", "日間", "か月", "ヶ月", "カ月", "ヵ月", "ケ月");

  private static final Set<String> TENS = Set.of("二十分", "三十分", "四十分", "五十分");

  private static final String MINUTES = "分";
  private static final int MANY = 20;
  private static final int DIGITS = 3;

  /** What has happened ends so. */
  private static final Set<String> HAPPENED = Set.of("た", "て");

  /** 「以上も」 between the time and its verb. */
  private static final int NEAR = 4;

  @Override
  public void sentence(TextReading reading, int from, int to) {
    if (!isPlain(reading, from, to)) {
      return;
    }
    boolean since = false;
    for (int i = from; i + 1 < to; i++) {
      String word = reading.unit(i).lemma();
      since |= SINCE.contains(word);
      boolean waited = WAITS.contains(word);
      if ((waited || (since && PASSES.contains(word)))
          && HAPPENED.contains(reading.unit(i + 1).form())
          && isLong(reading, i, from)) {
        reading.set(i, waited ? WAITED : PASSED, Feeling.ANGER);
        reading.weight[i] = 1;
        return;
      }
    }
  }

  private static boolean isPlain(TextReading reading, int from, int to) {
    boolean plain = !reading.asks(from, to) && !reading.has(Role.NEGATOR, from, to);
    for (int i = from; i < to; i++) {
      plain &= reading.adds(i) == 0;
    }
    return plain;
  }

  private static boolean isLong(TextReading reading, int verb, int from) {
    for (int i = verb - 1; i >= Math.max(from, verb - NEAR); i--) {
      Unit unit = reading.unit(i);
      boolean counted = i > from && reading.unit(i - 1).part().startsWith("名詞-数");
      if (TENS.contains(unit.lemma())
          || (counted && TIMES.contains(unit.form()))
          || (counted && unit.form().equals(MINUTES) && isMany(reading.unit(i - 1).form()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMany(String digits) {
    return digits.length() <= DIGITS
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(digits) >= MANY;
  }
}
