package io.kizashi.language.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mends lines whose quotes are missing, open, or within each other. */
final class QuoteSlips {
  private static final Pattern NESTED =
      Pattern.compile("([\\w-]+: +)(['\"])(.*)\\2(\\s*[,}\\]].*|\\s*)$");

  private QuoteSlips() {}

  /** Whether a text in quotes has begun and not ended. */
  static boolean isOpen(String before) {
    return quote(before) != 0;
  }

  /** The quotation mark that is open at the end of a line; 0 where none is. */
  private static char quote(String line) {
    char open = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean begins = i == 0 || " {[,:(".indexOf(line.charAt(i - 1)) >= 0;
      if (open == 0 && begins && (c == '\'' || c == '"')) {
        open = c;
      } else if (open == c) {
        open = 0;
      }
    }
    return open;
  }

  /** The line with the values in quotes that a pattern finds in its second group. */
  static String quoted(String line, Pattern value) {
    return value
        .matcher(line)
        .replaceAll(
            it ->
                Matcher.quoteReplacement(
                    it.group(1) + "'" + it.group(2).replace("'", "''") + "'" + it.group(3)));
  }

  /** In single quotes, with double ones within. */
  static String unnested(String line) {
    Matcher nested = NESTED.matcher(line);
    if (!nested.find() || nested.group(3).indexOf(nested.group(2)) < 0) {
      return line;
    }
    String inner =
        nested.group(2).equals("'")
            ? nested.group(3).replace('\'', '"')
            : nested.group(3).replace("'", "''");
    return line.substring(0, nested.start())
        + nested.group(1)
        + "'"
        + inner
        + "'"
        + nested.group(4);
  }

  /** The line with its open quotes closed in front of an end. */
  static String closed(String line, Matcher end) {
    char open = quote(line);
    if (open == 0 || !end.find()) {
      return line;
    }
    return line.substring(0, end.start()) + open + line.substring(end.start());
  }
}
