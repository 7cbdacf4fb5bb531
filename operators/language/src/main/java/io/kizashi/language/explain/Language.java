package io.kizashi.language.explain;

/** A language that rules can be explained in. */
public enum Language {
  /** Japanese. */
  JA("ja"),
  /** English. */
  EN("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** Its code in rulebooks and in names of resources, by ISO 639-1. */
  public String code() {
    return code;
  }
}
