package io.kizashi.house;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Something that must not stand in some of the project's files.
 *
 * @param what what is banned, for the name of the test
 * @param instead what to write in its place
 * @param where in which files, by path
 * @param pattern how to recognize it within a line
 * @param excused recognizes a line, or the one after it, that gives the reason for an exception
 */
record Ban(String what, String instead, Predicate<String> where, Pattern pattern, Pattern excused) {
  /** Matches nothing: there is no excuse. */
  private static final Pattern NEVER = Pattern.compile("(?!)");

  private static final Pattern COMMENT = Pattern.compile("//\\s*\\S");

  static Ban of(String what, String instead, Predicate<String> where, String pattern) {
    return new Ban(what, instead, where, Pattern.compile(pattern), NEVER);
  }

  /** A ban that a comment on the same line, or on the next, lifts by giving the reason. */
  static Ban unlessExplained(String what, String instead, Predicate<String> where, String pattern) {
    return new Ban(what, instead, where, Pattern.compile(pattern), COMMENT);
  }

  /** Where a file breaks it, and what to do there. */
  List<String> brokenIn(SourceFile file) {
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < file.lines().size() && where.test(file.path()); i++) {
      String line = file.lines().get(i);
      String next = i + 1 < file.lines().size() ? file.lines().get(i + 1) : "";
      boolean hit = pattern.matcher(line).find();
      if (hit && !excused.matcher(line).find() && !excused.matcher(next).find()) {
        broken.add(file.place(i) + ": " + what + "; " + instead + ": " + line.strip());
      }
    }
    return broken;
  }

  @Override
  public String toString() {
    return what;
  }
}
