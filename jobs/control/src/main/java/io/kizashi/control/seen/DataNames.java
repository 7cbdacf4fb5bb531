package io.kizashi.control.seen;

import java.util.regex.Pattern;

/**
 * Tells names that somebody gave from data that stand where a name should: of the latter, such as a
 * customer's address as the key of an object, nothing is told.
 */
final class DataNames {
  /** Letters first, at most 64 characters; what is written in addresses and times is no name. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{M}\\p{N}_$-]{0,63}");

  /** Ids, dates and telephone numbers have as many digits; versions of a name have fewer. */
  private static final Pattern NUMBERED = Pattern.compile("\\p{N}{4}");

  private DataNames() {}

  /** Whether each part of a path, from outside inwards, is a name. */
  static boolean isName(String path) {
    for (String part : path.split("\\.", -1)) {
      if (!NAME.matcher(part).matches() || NUMBERED.matcher(part).find()) {
        return false;
      }
    }
    return true;
  }
}
