package io.kizashi.text;

import java.util.Set;

/**
 * Who praises a rival, or how it was before, blames: 「他社のほうが安い」, 「前の機種の方が使いやすかった」. What a rival
 * does worse is no complaint.
 */
final class Rivals implements Pass.BySentence {
  /** What a rival that is plainly better takes from us. */
  private static final double BETTER = -0.5;

  private static final String OF = "の";

  private static final Set<String> NAMES =
      Set.of("他社", "他店", "よそ", "前", "以前", "昔", "競合", "ライバル", "他行", "他県");

  /** Before 「方」 alone they are persons: 「隣の方が親切」. */
  private static final Set<String> OTHERS = Set.of("他", "別", "隣");

  /** What may stand between them and the side: 「前の機種のほうが」, but not 「前の席の方が」. */
  private static final Set<String> OFFERS =
      Set.of(
          OF, "店", "お店", "宿", "ホテル", "旅館", "会社", "機種", "モデル", "製品", "商品", "バージョン", "アプリ", "サービス",
          "業者", "プラン", "メーカー", "ブランド", "銀行", "担当者", "担当", "仕様", "デザイン");

  @Override
  public void sentence(TextReading reading, int from, int to) {
    for (int i = from; i < to; i++) {
      String side = reading.unit(i).form();
      if ((side.equals("ほう") || side.equals("方")) && isRivals(reading, i, from)) {
        better(reading, i, from, to);
      }
    }
  }

  private static boolean isRivals(TextReading reading, int side, int from) {
    int i = side - 1;
    if (i < from || !reading.unit(i).form().equals(OF)) {
      return false;
    }
    while (i > from && OFFERS.contains(reading.unit(i).form())) {
      i--;
    }
    String name = reading.unit(i).form();
    boolean person = i == side - 2 && reading.unit(side).form().equals("方");
    return NAMES.contains(name) || (OTHERS.contains(name) && !person);
  }

  private static void better(TextReading reading, int side, int from, int to) {
    int end = ContrastPass.clauseEnd(reading, side, to);
    if (reading.role(side) == Role.IDLE) {
      // 「ほうが良い」 is one phrase, and of other things advice.
      if (!reading.asks(from, to) && !reading.has(Role.NEGATOR, side, end)) {
        reading.set(side, BETTER, Feeling.ANGER);
        reading.weight[side] = 1;
      }
    } else if (side + 1 < to && reading.unit(side + 1).lemma().equals(JapaneseUnits.TOPIC)) {
      turn(reading, side + 1, end);
    }
  }

  private static void turn(TextReading reading, int from, int to) {
    for (int i = from; i < to; i++) {
      if (reading.adds(i) > 0) {
        reading.set(i, -reading.valence[i], Feeling.ANGER);
      } else if (!reading.unit(i).isSymbol()) {
        reading.weight[i] = 0;
      }
    }
  }
}
