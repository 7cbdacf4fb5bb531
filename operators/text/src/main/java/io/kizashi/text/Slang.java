package io.kizashi.text;

import java.util.List;

/**
 * 「やばい」 says only that something is extreme. What else the sentence feels tells which way
 * (「美味しすぎてやばい」, 「遅くてやばい」), else the thing that is so (「重さがやばい」); alone it stays silent.
 */
final class Slang implements Pass.BySentence {
  private static final List<String> WORDS = List.of("やばい", "ヤバい", "ヤバイ", "やべえ", "やべー", "ヤベえ", "ヤバ");

  /** What it adds to a feeling that is there, as a booster would. */
  private static final double MORE = 0.25;

  private static final double ALONE = 0.45;

  private static final List<String> GOOD =
      List.of(
          "景色", "夜景", "眺め", "眺望", "絶景", "風景", "コスパ", "クオリティ", "完成度", "肌触り", "手触り", "香り", "出汁",
          "満足度");

  private static final List<String> BAD =
      List.of(
          "重さ", "重いさ", "遅さ", "におい", "匂い", "ニオイ", "臭い", "騒音", "揺れ", "暑さ", "寒さ", "熱", "発熱", "湿気",
          "ラグ", "カクつき", "請求", "請求額", "待ち時間", "減り", "音漏れ", "渋滞", "人混み", "混み具合", "態度", "対応", "汚さ",
          "古さ", "狭さ", "うるささ");

  private static final int BEFORE = 4;

  @Override
  public void sentence(TextReading reading, int from, int to) {
    if (reading.asks(from, to)) {
      return;
    }
    for (int i = from; i < to; i++) {
      boolean denied = i + 1 < to && reading.role(i + 1) == Role.NEGATOR;
      if (WORDS.contains(reading.unit(i).lemma()) && !denied) {
        double way = way(reading, i, from, to);
        if (way != 0) {
          reading.set(i, way, way > 0 ? Feeling.JOY : Feeling.ANGER);
          reading.weight[i] = 1;
        }
        return;
      }
    }
  }

  private static double way(TextReading reading, int at, int from, int to) {
    double felt = 0;
    for (int i = from; i < to; i++) {
      felt += reading.adds(i);
    }
    if (felt != 0) {
      return Math.copySign(MORE, felt);
    }
    for (int i = at - 1; i >= from && i >= at - BEFORE; i--) {
      String thing = reading.unit(i).lemma();
      if (GOOD.contains(thing)) {
        return ALONE;
      }
      if (BAD.contains(thing)) {
        return -ALONE;
      }
    }
    return 0;
  }
}
