package io.kizashi.core.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gathers problems, so that an author sees all of them at once. At most 100 are kept. Several
 * threads may note theirs in one.
 */
public final class Problems {
  private static final int MOST = 100;

  private final List<Problem> gathered = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private int errors;

  /** Notes that a file is read: problems are told in the order of files, then of their lines. */
  synchronized void reading(String file) {
    files.add(file);
  }

  /** Notes an error. */
  public synchronized void error(Mark at, String code, String message, String hint) {
    errors++;
    add(new Problem(code, Problem.Severity.ERROR, at, message, hint));
  }

  /** Notes a warning. */
  public synchronized void warning(Mark at, String code, String message, String hint) {
    add(new Problem(code, Problem.Severity.WARNING, at, message, hint));
  }

  /** Whether nothing noted so far stops the text from being used. */
  public synchronized boolean ok() {
    return errors == 0;
  }

  /** All problems, in the order of the text. */
  public synchronized List<Problem> all() {
    return gathered.stream()
        .sorted(
            Comparator.comparingInt((Problem p) -> files.indexOf(p.at().file()))
                .thenComparingInt(p -> p.at().line())
                .thenComparingInt(p -> p.at().column()))
        .toList();
  }

  private void add(Problem problem) {
    if (gathered.size() < MOST) {
      gathered.add(problem);
    }
  }
}
