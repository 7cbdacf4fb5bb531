package io.kizashi.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes units of Japanese morphemes, without what only politeness and grammar make different: ます,
 * ありません for ない, は and も for が.
 */
final class JapaneseUnits {
  /** Stands for the particles that mark what is spoken of: phrases fit whichever is used. */
  static final String TOPIC = "が格";

  private JapaneseUnits() {}

  static List<Unit> of(String text, Folded folded) {
    return joined(Morpheme.of(text), folded);
  }

  private static List<Unit> joined(List<Morpheme> morphemes, Folded folded) {
    List<Unit> units = new ArrayList<>(morphemes.size());
    for (int i = 0; i < morphemes.size(); i++) {
      Morpheme m = morphemes.get(i);
      int start = folded.place(m.start());
      int end = folded.place(m.end());
      if (m.isPolite() || m.isBlank()) {
        continue;
      }
      if (m.isMark()) {
        mark(m, start, end, units);
      } else if (m.isNot()) {
        not(m, start, end, units);
      } else if (m.isTopic() && !isBeside(m, units)) {
        units.add(Unit.word(start, end, TOPIC, TOPIC, m.part(), false));
      } else {
        boolean loud = folded.isDrawnOut(m.start(), m.end());
        units.add(Unit.word(start, end, m.form(), m.lemma(), m.part(), loud));
        if (m.endsClause() && i + 1 < morphemes.size() && !morphemes.get(i + 1).continues()) {
          units.add(Unit.mark(end, end, "、", LexiconEntry.PAUSE));
        }
      }
    }
    return units;
  }

  /** 「お部屋の方も良かった」 compares nothing, as 「方が良かった」 does. */
  private static boolean isBeside(Morpheme m, List<Unit> units) {
    String before = units.isEmpty() ? "" : units.get(units.size() - 1).form();
    return m.form().equals("も") && (before.equals("方") || before.equals("ほう"));
  }

  /** ありません and ございません are ない. */
  private static void not(Morpheme m, int start, int end, List<Unit> units) {
    int last = units.size() - 1;
    boolean exists = last >= 0 && isBeing(units.get(last).lemma());
    int from = exists ? units.remove(last).start() : start;
    units.add(
        Unit.word(
            from,
            end,
            m.form().equals("ず") ? m.form() : Morpheme.NOT,
            Morpheme.NOT,
            m.part(),
            false));
  }

  private static boolean isBeing(String lemma) {
    return lemma.equals("ある") || lemma.equals("ござる");
  }

  private static void mark(Morpheme m, int start, int end, List<Unit> units) {
    LexiconEntry entry =
        switch (m.form().charAt(0)) {
          case '。', '.', '\n', '\r', '…' -> LexiconEntry.STOP;
          case '!' -> LexiconEntry.SHOUT;
          case '?' -> LexiconEntry.ASKED;
          case '、', ',', '「', '」', '『', '』', '(', ')', '・' -> LexiconEntry.PAUSE;
          default -> LexiconEntry.WORD;
        };
    // A run of marks is one morpheme: each counts.
    int count = entry.role() == Role.SHOUT || entry.role() == Role.ASKED ? m.form().length() : 1;
    for (int i = 0; i < count; i++) {
      units.add(Unit.mark(start, end, m.form(), entry));
    }
  }
}
