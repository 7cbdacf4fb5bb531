package io.kizashi.text;

import java.util.Set;

/**
 * Turns of Japanese that no phrase holds: who wants to come again praises, what is not there is
 * missed or, if nobody wants it, welcome to be away, and the western copula 「やった」 is no cry of joy.
 */
final class Turns implements Pass.BySentence {
  private static final double AGAIN = 0.5;

  private static final double MISSED = -0.35;

  private static final String CHEER = "やるた";

  private static final Set<String> COMING =
      Set.of(
          "泊まる", "行く", "来る", "使う", "利用", "食べる", "買う", "頼む", "訪れる", "伺う", "飲む", "寄る", "注文", "予約",
          "宿泊", "訪問", "参加", "購入");

  /** Nobody misses them: 「質問はありません」. */
  private static final Set<String> UNMISSED =
      Set.of(
          "質問", "予定", "必要", "手元", "時間", "関係", "違い", "変更", "経験", "知識", "興味", "つもり", "こと", "わけ", "はず",
          "心配", "他", "ほか", "希望", "アレルギー", "荷物", "車", "ところ", "もの", "用事", "方法", "問題", "ため", "よう",
          "予約", "機会", "異常", "記憶", "急ぎ", "以上", "お金", "それ", "これ", "待ち時間", "在庫", "カード", "番号");

  /** Good that they are not there: 「追加料金がない」. */
  private static final Set<String> UNWANTED =
      Set.of(
          "料金", "手数料", "送料", "段差", "癖", "クセ", "臭み", "くさみ", "欠点", "弱点", "雑味", "違和感", "嫌味", "むら",
          "ムラ", "継ぎ目", "隙間", "渋滞", "待ち", "順番待ち", "勧誘", "広告", "手間", "縛り", "音漏れ", "死角", "べたつき",
          "ベタつき");

  private static final Set<String> ENDS =
      Set.of(
          "器", "機", "場", "所", "室", "板", "台", "品", "席", "券", "紙", "箱", "灯", "棚", "口", "館", "員", "書");

  private static final double AWAY = 0.35;

  private static final int BEFORE = 2;

  @Override
  public void sentence(TextReading reading, int from, int to) {
    boolean silent = true;
    for (int i = from; i < to; i++) {
      if (reading.unit(i).lemma().equals(CHEER) && !opens(reading, i, from)) {
        reading.weight[i] = 0;
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
              && isThing(thing)
              && !UNMISSED.contains(thing.form());
      if (lacks) {
        boolean unwanted = UNWANTED.contains(thing.form());
        reading.set(i, unwanted ? AWAY : MISSED, unwanted ? Feeling.JOY : Feeling.SADNESS);
        reading.weight[i] = 1;
        return;
      }
    }
  }

  /** Of words with a suffix only things: 加湿器, not 可能性. */
  private static boolean isThing(Unit unit) {
    String part = unit.part();
    return part.startsWith("名詞-一般")
        || part.startsWith("名詞-サ変")
        || (part.equals("名詞-接尾-一般") && ENDS.contains(unit.form()));
  }
}
