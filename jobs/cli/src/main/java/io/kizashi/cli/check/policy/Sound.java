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
  /** What is left where caps that never bind are left out; empty where it is refused even then. */
  static Optional<Sound> of(Book book) {
    Compilation compilation = compile(book);
    if (compilation instanceof Compilation.Compiled compiled) {
      return Optional.of(new Sound(book, compiled.rules()));
    }
    List<Limit> limits = book.policies().limits();
    return limits.isEmpty()
        ? Optional.empty()
        : of(book.policies(book.policies().limits(limits.subList(0, limits.size() - 1))));
  }

  /** The same, judging each touchpoint when it arrives. */
  Sound atOnce() {
    return book.settled() ? of(book.atOnce()).orElseThrow() : this;
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
