package io.kizashi.cli.check.policy;

import io.kizashi.core.rulebook.Compilation;
import io.kizashi.core.rulebook.RulebookCompiler;
import io.kizashi.core.rulebook.Rules;
import io.kizashi.core.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import java.util.List;
import java.util.Optional;

/** A random rulebook that compiles. */
record Sound(Book book, Rules rules) {
  /** A rulebook as it is; empty where it is refused. */
  static Optional<Sound> of(Book book) {
    return compile(book) instanceof Compilation.Compiled compiled
        ? Optional.of(new Sound(book, compiled.rules()))
        : Optional.empty();
  }

  /** What is left where caps that never bind are left out; empty where it is refused even then. */
  static Optional<Sound> binding(Book book) {
    List<Limit> limits = book.policies().limits();
    Optional<Sound> sound = of(book);
    return sound.isPresent() || limits.isEmpty()
        ? sound
        : binding(book.policies(book.policies().limits(limits.subList(0, limits.size() - 1))));
  }

  /**
   * The same, judging each touchpoint when it arrives, and keeping them for long: a state that has
   * forgotten some of them can't be judged by other rules.
   */
  Sound atOnce() {
    Book other = book.atOnce();
    return other.equals(book) ? this : of(other).orElseThrow();
  }

  /** Why the compiler refuses a rulebook, caps aside. */
  static List<String> problems(Book book) {
    Book uncapped = book.policies(book.policies().limits(List.of()));
    return compile(uncapped).problems().stream().map(Problem::render).toList();
  }

  private static Compilation compile(Book book) {
    return RulebookCompiler.compile(new RulebookDocument("random.yaml", 1, book.yaml()));
  }
}
