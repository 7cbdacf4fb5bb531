package io.kizashi.language.explain;

import java.util.List;

/** What each language builds by rules of its own, where a row with gaps does not do. */
interface Grammar {
  /** The grammar of a language, with its words. */
  static Grammar of(Phrases words, Terms.Setting setting) {
    return switch (setting.language()) {
      case EN -> new English(words, setting);
      case JA -> new Japanese(words, setting);
    };
  }

  /** What it says terms by. */
  Terms terms();

  /** A claim after "if" or before 場合. */
  String clause(Claim claim);

  /** A claim that says of whom or what one speaks: after "for whom", or before the noun. */
  String attribute(Claim claim);

  /** A noun, with an article where the language has any. */
  String noun(Noun noun);

  /** A noun without an article. */
  String bare(Noun noun);

  /** That a touchpoint comes, once or several times. */
  String comes(Noun noun, Repeated repeated);

  /** A length of time in which something goes on. */
  String during(long millis);

  /** One of several channels. */
  String either(List<String> channels);

  /** A sentence that was put together, with blanks where the language has them. */
  String tidy(String sentence);
}
