package io.kizashi.language.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.rules.Rules;
import io.kizashi.language.library.Bundle;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.schema.RulebookDocument;
import java.util.Optional;

/** Explained to be explained. */
final class Explained {
  private Explained() {}

  /** The rules of a text that has no problems. */
  static Rules rules(String text) {
    Compilation compilation = RulebookCompiler.compile(new RulebookDocument("rules.yaml", 1, text));
    assertThat(compilation.problems()).isEmpty();
    return ((Compilation.Compiled) compilation).rules();
  }

  /** The rules of a text that may include from the library, and be warned of. */
  static Rules lenient(String text) {
    Compilation compilation =
        RulebookCompiler.compile(new RulebookDocument("rules.yaml", 1, joined(text)));
    return ((Compilation.Compiled) compilation).rules();
  }

  /** A rulebook with what it includes from the library. */
  static String joined(String text) {
    return Bundle.join(text, file -> Optional.empty());
  }
}
