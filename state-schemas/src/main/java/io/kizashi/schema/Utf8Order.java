package io.kizashi.schema;

/** Orders texts as their UTF-8 bytes are ordered, without encoding them. */
public final class Utf8Order {
  private Utf8Order() {}

  /**
   * Negative, zero or positive as {@code a}'s UTF-8 bytes are below, equal or above {@code b}'s.
   */
  public static int compare(String a, String b) {
    int end = Math.min(a.length(), b.length());
    for (int i = 0; i < end; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        return Integer.compare(rank(x), rank(y));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** Surrogates stand for code points above all others, though their code units are not. */
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}
