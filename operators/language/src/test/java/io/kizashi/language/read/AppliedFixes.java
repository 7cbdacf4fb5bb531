package io.kizashi.language.read;

import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Does what a program does with the fixes of a text: makes each of them as it stands. */
final class AppliedFixes {
  private AppliedFixes() {}

  /** The text with all that is replaced, the last first, so that none moves another. */
  static String to(String text, List<Problem> problems) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    problems.stream()
        .flatMap(problem -> problem.fix().stream())
        .sorted(Comparator.comparingInt(Fix::line).thenComparingInt(Fix::column).reversed())
        .forEach(fix -> lines.set(fix.line() - 1, applied(lines.get(fix.line() - 1), fix)));
    return String.join("\n", lines);
  }

  private static String applied(String line, Fix fix) {
    int from = line.offsetByCodePoints(0, fix.column() - 1);
    if (!line.startsWith(fix.replaces(), from)) {
      throw new AssertionError(fix + " does not stand in: " + line);
    }
    return line.substring(0, from) + fix.with() + line.substring(from + fix.replaces().length());
  }
}
