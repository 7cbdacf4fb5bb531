package io.kizashi.text;

import java.util.List;
import java.util.Set;

/**
 * 「高い」 by its noun: skill, quality and satisfaction that are high praise (「技術力がとても高い」, 「高い品質」),
 * floors, pillows and temperatures say nothing, and what is left is dear. The noun stands before
 * it, up to a few adverbs away, or right behind it.
 */
final class High implements Pass {
  private static final String WORD = "高い";

  private static final double PRAISE = 0.5;

  private static final String NOUN = "名詞";

  /** 「一度高い店に」: what counts and tells when is no noun of it. */
  private static final List<String> COUNTS = List.of("名詞-数", "名詞-接尾-助数詞", "名詞-副詞可能");

  private static final String ADVERB = "副詞";
  private static final String OF = "の";
  private static final String PARTICLE = "助詞";

  /** Adverbs and boosters between the noun and its 「高い」. */
  private static final int BETWEEN = 3;

  /** Ends of nouns of which more is dear or bad, though they end as nouns of praise do. */
  private static final List<String> BAD = List.of("依存性", "依存度", "毒性", "攻撃性", "難易度", "難度", "疲労度");

  private static final List<String> SILENT =
      List.of(
          "可能性", "重要度", "緊急度", "優先度", "緯度", "程度", "中毒性", "温度", "湿度", "速度", "角度", "高度", "標高", "気温",
          "室温", "体温", "血圧", "圧力", "重力", "確率", "頻度", "割合", "階", "位置", "背", "身長", "山", "ビル", "建物",
          "ところ", "所", "場所", "天井", "音", "声", "年齢", "年齢層", "比率", "構成比", "倍率", "競争率", "密度", "濃度", "需要",
          "税率", "金利");

  private static final List<String> GOOD =
      List.of(
          "性", "力", "度", "質", "リピート率", "解決率", "成功率", "満足率", "還元率", "合格率", "正答率", "継続率", "達成率",
          "レベル", "技術", "水準", "意識", "評価", "評判", "人気", "価値", "コスパ", "パフォーマンス", "クオリティ", "クォリティ", "性能",
          "機能", "テンション", "モチベーション", "志", "ポテンシャル", "ホスピタリティ", "スキル", "得点", "点数", "スコア", "グレード",
          "ランク", "好感", "誇り", "格式", "実力", "栄養価", "ニーズ");

  private static final Set<String> AFTER = Set.of("高い", "高");

  @Override
  public void over(TextReading reading) {
    for (int i = 0; i < reading.size(); i++) {
      Unit unit = reading.unit(i);
      if (reading.role(i) == Role.FEELING
          && unit.lemma().startsWith(WORD)
          && unit.entry().value() < 0) {
        int noun = before(reading, i);
        judge(reading, i, noun >= 0 ? noun : behind(reading, i));
      }
    }
  }

  private static void judge(TextReading reading, int high, int noun) {
    if (noun < 0) {
      return;
    }
    String name = name(reading, noun);
    if (ends(name, SILENT)) {
      reading.weight[high] = 0;
    } else if (ends(name, GOOD) && !ends(name, BAD) && !isBad(reading, noun)) {
      reading.set(high, PRAISE, Feeling.JOY);
    }
  }

  private static boolean ends(String name, List<String> ends) {
    return ends.stream().anyMatch(name::endsWith);
  }

  /** The noun with the one that it continues: 満足 and 度. */
  private static String name(TextReading reading, int noun) {
    String last = reading.unit(noun).lemma();
    return continues(reading, noun) ? reading.unit(noun - 1).lemma() + last : last;
  }

  private static boolean continues(TextReading reading, int noun) {
    return noun > 0 && reading.unit(noun - 1).part().startsWith(NOUN);
  }

  /** 危険 and 性: what the noun is made of tells. */
  private static boolean isBad(TextReading reading, int noun) {
    return reading.adds(noun) < 0 || (continues(reading, noun) && reading.adds(noun - 1) < 0);
  }

  /** 「満足度がとても高い」, 「質の高い」, 「コスパ高い」. */
  private static int before(TextReading reading, int high) {
    int i = high - 1;
    for (int n = 0; i >= 0 && n < BETWEEN && isBetween(reading, i); n++) {
      i--;
    }
    if (i >= 0 && isMark(reading.unit(i))) {
      i--;
    }
    return i >= 0 && isNoun(reading, i) ? i : -1;
  }

  private static boolean isBetween(TextReading reading, int i) {
    return reading.role(i) == Role.BOOSTER || reading.unit(i).part().startsWith(ADVERB);
  }

  private static boolean isMark(Unit unit) {
    return unit.part().startsWith(PARTICLE)
        && (unit.lemma().equals(JapaneseUnits.TOPIC) || unit.form().equals(OF));
  }

  private static boolean isNoun(TextReading reading, int i) {
    String part = reading.unit(i).part();
    return part.startsWith(NOUN) && COUNTS.stream().noneMatch(part::startsWith);
  }

  /** 「高い品質」: the last noun of those that follow at once. */
  private static int behind(TextReading reading, int high) {
    if (!AFTER.contains(reading.unit(high).form()) || reading.unit(high).lemma().length() > 2) {
      return -1;
    }
    int i = high + 1;
    while (i < reading.size() && isNoun(reading, i)) {
      i++;
    }
    return i > high + 1 ? i - 1 : -1;
  }
}
