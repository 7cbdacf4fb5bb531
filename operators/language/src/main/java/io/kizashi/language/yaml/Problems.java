package io.kizashi.language.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gathers problems, so that an author sees all of them at once. At most 100 are kept, and the
 * number of the rest. Several threads may note theirs in one.
 */
public final class Problems {
  private static final int MOST = 100;

  private final List<Problem> gathered = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private int errors;
  private int unseen;
  private boolean unseenError;

  /** Notes that a file is read: problems are told in the order of files, then of their lines. */
  public synchronized void reading(String file) {
    files.add(file);
  }

  /** Notes an error. */
  public void error(Mark at, String code, String message, String hint) {
    error(at, code, message, hint, Optional.empty());
  }

  /** Notes an error that a replacement mends. */
  public synchronized void error(
      Mark at, String code, String message, String hint, Optional<Fix> fix) {
    errors++;
    add(new Problem(code, Problem.Severity.ERROR, at, message, hint, fix));
  }

  /** Notes that a name, as it stands at a place, is none of those that are known there. */
  public void unknown(Mark at, String name, String code, String message, Collection<String> known) {
    if (areEnough()) {
      error(at, code, message, "");
    } else {
      Optional<Fix> fix = Nearest.certain(name, known).flatMap(it -> Fix.at(at, name, it));
      error(at, code, message, Nearest.hint(name, known), fix);
    }
  }

  /** Notes an error, with a hint that is only made for one that is kept: it may take long. */
  public void error(Mark at, String code, String message, Supplier<String> hint) {
    error(at, code, message, areEnough() ? "" : hint.get());
  }

  /** Notes a warning. */
  public synchronized void warning(Mark at, String code, String message, String hint) {
    add(new Problem(code, Problem.Severity.WARNING, at, message, hint));
  }

  /** Whether nothing noted so far stops the text from being used. */
  public synchronized boolean ok() {
    return errors == 0;
  }

  /** How many errors were noted so far. */
  public synchronized int errors() {
    return errors;
  }

  /** Whether further ones are only counted. */
  public synchronized boolean areEnough() {
    return gathered.size() >= MOST;
  }

  /** All problems, in the order of the text. */
  public synchronized List<Problem> all() {
    List<Problem> all = new ArrayList<>(gathered);
    all.sort(
        Comparator.comparingInt((Problem p) -> files.indexOf(p.at().file()))
            .thenComparingInt(p -> p.at().line())
            .thenComparingInt(p -> p.at().column()));
    all = parted(all);
    if (unseen > 0) {
      all.add(rest(all.get(all.size() - 1).at()));
    }
    return List.copyOf(all);
  }

  /** With the replacements that no earlier one overlaps, so that all can be made at once. */
  private static List<Problem> parted(List<Problem> all) {
    List<Problem> parted = new ArrayList<>();
    for (Problem problem : all) {
      boolean overlaps =
          parted.stream()
              .filter(it -> it.at().file().equals(problem.at().file()))
              .flatMap(it -> it.fix().stream())
              .anyMatch(it -> problem.fix().filter(it::overlaps).isPresent());
      parted.add(overlaps ? problem.withoutFix() : problem);
    }
    return parted;
  }

  private Problem rest(Mark last) {
    return new Problem(
        "too_many",
        unseenError ? Problem.Severity.ERROR : Problem.Severity.WARNING,
        new Mark(last.file(), last.line(), last.column(), ""),
        "there are " + unseen + " more problems",
        "mend the first ones, then check again");
  }

  private void add(Problem problem) {
    if (!areEnough()) {
      gathered.add(problem);
    } else {
      unseen++;
      unseenError |= problem.severity() == Problem.Severity.ERROR;
    }
  }
}
