package io.kizashi.language.explain;

/**
 * A Japanese predicate, whose ending says whether the sentence goes on.
 *
 * @param stem all of it but the ending
 * @param ending how it is inflected
 */
record Predicate(String stem, Ending ending) {
  /** Endings before a noun, before か or 場合, and before かつ. */
  enum Ending {
    /** 3000 以上. */
    NOUN(" の", " である", " で"),
    /** と同じ. */
    SAME("", " である", " で"),
    /** 始まる. */
    RU("る", "る", "り"),
    /** 含まれる. */
    RU1("る", "る", ""),
    /** 合う. */
    U("う", "う", "い"),
    /** 大きい, でない. */
    I("い", "い", "く"),
    /** 満たす. */
    SU("す", "す", "し"),
    /** 属する. */
    SURU("する", "する", "し"),
    /** 始まらない. */
    ZU("ない", "ない", "ず");

    private final String noun;
    private final String plain;
    private final String connective;

    Ending(String noun, String plain, String connective) {
      this.noun = noun;
      this.plain = plain;
      this.connective = connective;
    }
  }

  /** Before a noun: {@code cartValue が 3000 以上の}. */
  String adnominal() {
    return tidy(stem + ending.noun);
  }

  /** At the end of a clause: {@code cartValue が 3000 以上である}. */
  String plain() {
    return tidy(stem + ending.plain);
  }

  /** Where more follows: {@code cartValue が 3000 以上で}. */
  String connective() {
    return tidy(stem + ending.connective);
  }

  /** A blank stands between the two scripts only, not between two Japanese words. */
  static String tidy(String text) {
    return text.replaceAll(
        "(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー」）、]) (?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}「（])",
        "");
  }
}
