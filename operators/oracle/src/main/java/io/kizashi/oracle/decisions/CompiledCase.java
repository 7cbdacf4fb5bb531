package io.kizashi.oracle.decisions;

import io.kizashi.core.rules.Rules;
import io.kizashi.language.library.Bundle;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import java.util.List;
import java.util.Optional;

/** A random rulebook that compiles. */
record CompiledCase(PolicyRulebook rulebook, Rules rules) {
  /** A rulebook as it is; empty where it is refused. */
  static Optional<CompiledCase> of(PolicyRulebook rulebook) {
    return compile(rulebook) instanceof Compilation.Compiled compiled
        ? Optional.of(new CompiledCase(rulebook, compiled.rules()))
        : Optional.empty();
  }

  /** What is left where caps that never bind are left out; empty where it is refused even then. */
  static Optional<CompiledCase> binding(PolicyRulebook rulebook) {
    List<RandomCap> limits = rulebook.policies().limits();
    Optional<CompiledCase> compiled = of(rulebook);
    return compiled.isPresent() || limits.isEmpty()
        ? compiled
        : binding(
            rulebook.policies(rulebook.policies().limits(limits.subList(0, limits.size() - 1))));
  }

  /**
   * The same, judging each touchpoint when it arrives, and keeping them for long: a state that has
   * forgotten some of them can't be judged by other rules.
   */
  CompiledCase atOnce() {
    PolicyRulebook other = rulebook.atOnce();
    return other.equals(rulebook) ? this : of(other).orElseThrow();
  }

  /** Why the compiler refuses a rulebook, caps aside. */
  static List<String> problems(PolicyRulebook rulebook) {
    PolicyRulebook uncapped = rulebook.policies(rulebook.policies().limits(List.of()));
    return compile(uncapped).problems().stream().map(Problem::render).toList();
  }

  private static Compilation compile(PolicyRulebook rulebook) {
    String text =
        Bundle.join(
            rulebook.yaml(),
            file ->
                RandomList.file(rulebook.policies().lists(), file)
                    .or(() -> rulebook.owners().flatMap(it -> it.file(file))));
    return RulebookCompiler.compile(new RulebookDocument("random.yaml", 1, text));
  }
}
