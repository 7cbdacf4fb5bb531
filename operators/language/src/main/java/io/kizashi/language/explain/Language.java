package io.kizashi.language.explain;

/** A language that rules can be explained in. */
public enum Language {
  /** Japanese. */
  JA,
  /** English. */
  EN
}
