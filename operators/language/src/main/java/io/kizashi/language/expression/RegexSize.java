package io.kizashi.language.expression;

/**
 * Tells about how many instructions a regular expression comes to, before it is compiled:
 * repetitions in repetitions multiply, and thirty characters can fill the memory.
 */
final class RegexSize {
  private static final long MOST = 1_000_000_000L;

  private final String pattern;
  private int at;

  private RegexSize(String pattern) {
    this.pattern = pattern;
  }

  /** About how many; a broken pattern gets some number too. */
  static long of(String pattern) {
    return new RegexSize(pattern).size();
  }

  private long size() {
    long[] sums = new long[pattern.length() + 2];
    int depth = 0;
    long last = 0;
    for (; at < pattern.length(); at++) {
      char c = pattern.charAt(at);
      if (c == '{') {
        last = Math.min(MOST, last * repetitions());
        continue;
      }
      sums[depth] = Math.min(MOST, sums[depth] + last);
      last = 1;
      if (c == '(') {
        depth++;
        last = 0;
      } else if (c == ')' && depth > 0) {
        last = sums[depth] + 2; // the group's brackets
        sums[depth] = 0;
        depth--;
      } else if (c == '\\') {
        at++;
      } else if (c == '[') {
        at = Math.max(at, pattern.indexOf(']', at + 2));
      }
    }
    long all = last;
    for (int i = 0; i <= depth; i++) {
      all = Math.min(MOST, all + sums[i]);
    }
    return all;
  }

  /** The larger number in braces, which are passed; 1 where none stands there. */
  private long repetitions() {
    int end = pattern.indexOf('}', at);
    if (end < 0) {
      return 1;
    }
    String[] numbers = pattern.substring(at + 1, end).split(",", 2);
    String most = numbers[numbers.length - 1].isEmpty() ? numbers[0] : numbers[numbers.length - 1];
    if (!most.matches("\\d{1,4}")) {
      return 1;
    }
    at = end;
    return Math.max(1, Long.parseLong(most));
  }
}
