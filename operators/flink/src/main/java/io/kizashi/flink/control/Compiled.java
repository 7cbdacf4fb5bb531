package io.kizashi.flink.control;

import io.kizashi.core.rules.Rules;
import io.kizashi.language.expression.ExpressionMemory;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the compiler makes of a publication. */
sealed interface Compiled {
  /** Does what its case asks for: whoever adds a case must answer it everywhere. */
  <R> R match(Function<Good, R> good, Function<Bad, R> bad);

  /** It can be followed. */
  record Good(Publication publication, Rules rules, Optional<Rules> base) implements Compiled {
    @Override
    public <R> R match(Function<Good, R> good, Function<Bad, R> bad) {
      return good.apply(this);
    }

    Activation since(long time) {
      return new Activation(publication, rules, base, time);
    }
  }

  /** It can't. */
  record Bad(Publication publication, List<String> problems) implements Compiled {
    @Override
    public <R> R match(Function<Good, R> good, Function<Bad, R> bad) {
      return bad.apply(this);
    }
  }

  /**
   * Compiles the text and, where it does not reach everybody, that of all others.
   *
   * @param memory of those compiled before
   */
  static Compiled of(Publication publication, ExpressionMemory memory) {
    Compilation own = RulebookCompiler.compile(publication.document(), memory);
    if (!(own instanceof Compilation.Compiled rules)) {
      return new Bad(publication, rendered(own));
    }
    String name = rules.rules().ref().name();
    if (!name.equals(publication.name())) {
      return new Bad(publication, List.of(misnamed(publication, name)));
    }
    if (publication.rollout().isEmpty()) {
      return new Good(publication, rules.rules(), Optional.empty());
    }
    Compilation others = RulebookCompiler.compile(publication.rollout().get().base(), memory);
    return others instanceof Compilation.Compiled base
        ? new Good(publication, rules.rules(), Optional.of(base.rules()))
        : new Bad(publication, rendered(others));
  }

  /** Compiles the text that travels with the job, which is called as it calls itself. */
  static Compiled submitted(RulebookDocument document, ExpressionMemory memory) {
    Compilation compilation = RulebookCompiler.compile(document, memory);
    if (!(compilation instanceof Compilation.Compiled compiled)) {
      return new Bad(Publication.submitted("", document), rendered(compilation));
    }
    Rules rules = compiled.rules();
    return new Good(Publication.submitted(rules.ref().name(), document), rules, Optional.empty());
  }

  private static List<String> rendered(Compilation compilation) {
    return compilation.problems().stream().map(Problem::render).collect(Collectors.toList());
  }

  private static String misnamed(Publication publication, String name) {
    return publication.document().file()
        + ": published as '"
        + publication.name()
        + "', but the text says rulebook: "
        + name
        + "; publish it under that name [misnamed]\n";
  }
}
