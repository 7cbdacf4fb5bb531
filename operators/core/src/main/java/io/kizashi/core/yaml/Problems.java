package io.kizashi.core.yaml;

import java.util.ArrayList;
import java.util.List;

/** Gathers problems, so that an author sees all of them at once. At most 100 are kept. */
public final class Problems {
  private static final int MOST = 100;

  private final List<Problem> gathered = new ArrayList<>();
  private int errors;

  /** Notes an error. */
  public void error(Mark at, String code, String message, String hint) {
    errors++;
    add(new Problem(code, Problem.Severity.ERROR, at, message, hint));
  }

  /** Notes a warning. */
  public void warning(Mark at, String code, String message, String hint) {
    add(new Problem(code, Problem.Severity.WARNING, at, message, hint));
  }

  /** Whether nothing noted so far stops the text from being used. */
  public boolean ok() {
    return errors == 0;
  }

  /** All problems, in the order of the text. */
  public List<Problem> all() {
    return gathered.stream()
        .sorted(
            java.util.Comparator.comparingInt((Problem p) -> p.at().line())
                .thenComparingInt(p -> p.at().column()))
        .toList();
  }

  private void add(Problem problem) {
    if (gathered.size() < MOST) {
      gathered.add(problem);
    }
  }
}
