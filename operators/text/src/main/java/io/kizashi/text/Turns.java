package io.kizashi.text;

import java.util.List;
import java.util.Set;

/**
 * Turns of Japanese that no phrase holds: who wants to come again praises, who praises a rival
 * blames, what is not there is missed, and the western copula 「やった」 is no cry of joy.
 */
final class Turns implements Pass.BySentence {
  private static final double AGAIN = 0.5;

  private static final double MISSED = -0.35;

  private static final String CHEER = "やるた";

  private static final Set<String> COMING =
      Set.of(
          "泊まる", "行く", "来る", "使う", "利用", "食べる", "買う", "頼む", "訪れる", "伺う", "飲む", "寄る", "注文", "予約",
          "宿泊", "訪問", "参加", "購入");

  private static final List<String> RIVALS =
      List.of("他社", "他店", "よそ", "他", "前", "以前", "昔", "隣", "別", "競合");

  /** Nobody misses them: 「質問はありません」. */
  private static final Set<String> UNMISSED =
      Set.of(
          "質問", "予定", "必要", "手元", "時間", "関係", "違い", "変更", "経験", "知識", "興味", "つもり", "こと", "わけ", "はず",
          "心配", "他", "ほか", "希望", "アレルギー", "荷物", "車", "ところ", "もの", "用事", "方法", "問題", "ため", "よう",
          "予約", "異常", "記憶", "急ぎ", "以上", "お金", "それ", "これ", "待ち時間", "在庫", "カード", "番号");

  private static final int BEFORE = 2;

  @Override
  public void sentence(TextReading reading, int from, int to) {
    boolean silent = true;
    for (int i = from; i < to; i++) {
      if (reading.unit(i).lemma().equals(CHEER) && !opens(reading, i, from)) {
        reading.weight[i] = 0;
      }
      if (isRival(reading, i, from)) {
        blame(reading, i + 1, to);
      }
      silent &= reading.adds(i) == 0;
    }
    if (silent && !reading.asks(from, to)) {
      again(reading, from, to);
      missed(reading, from, to);
    }
  }

  private static boolean opens(TextReading reading, int i, int from) {
    return i == from || reading.role(i - 1).endsClause() || reading.unit(i - 1).isSymbol();
  }

  /** 「他社のほうが」. */
  private static boolean isRival(TextReading reading, int i, int from) {
    String side = reading.unit(i).form();
    return (side.equals("ほう") || side.equals("方"))
        && i - BEFORE >= from
        && i + 1 < reading.size()
        && reading.unit(i + 1).lemma().equals(JapaneseUnits.TOPIC)
        && RIVALS.contains(reading.unit(i - BEFORE).form());
  }

  private static void blame(TextReading reading, int from, int to) {
    for (int i = from; i < to && !reading.role(i).endsClause(); i++) {
      if (reading.adds(i) > 0) {
        reading.set(i, -reading.valence[i], Feeling.ANGER);
      }
    }
  }

  private static void again(TextReading reading, int from, int to) {
    boolean again = false;
    boolean coming = false;
    for (int i = from; i < to; i++) {
      Unit unit = reading.unit(i);
      again |= unit.form().equals("また") || unit.form().equals("再び");
      coming |= again && COMING.contains(unit.lemma());
      boolean denied = i + 1 < to && reading.role(i + 1) == Role.NEGATOR;
      if (coming && unit.lemma().equals("たい") && !denied) {
        reading.set(i, AGAIN, Feeling.ANTICIPATION);
        reading.weight[i] = 1;
        return;
      }
    }
  }

  private static void missed(TextReading reading, int from, int to) {
    for (int i = from + BEFORE; i < to; i++) {
      Unit thing = reading.unit(i - BEFORE);
      boolean lacks =
          reading.role(i) == Role.NEGATOR
              && reading.unit(i).lemma().equals(Morpheme.NOT)
              && reading.unit(i - 1).lemma().equals(JapaneseUnits.TOPIC)
              && (thing.part().startsWith("名詞-一般") || thing.part().startsWith("名詞-サ変"))
              && !UNMISSED.contains(thing.form());
      if (lacks) {
        reading.set(i, MISSED, Feeling.SADNESS);
        reading.weight[i] = 1;
        return;
      }
    }
  }
}
