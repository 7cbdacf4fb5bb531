package io.kizashi.flink;

import io.kizashi.core.rules.Rules;
import io.kizashi.language.expression.ExpressionMemory;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the compiler makes of a publication. */
sealed interface Compiled {
  /** It can be followed. */
  record Good(Publication publication, Rules rules, Optional<Rules> base) implements Compiled {}

  /** It can't. */
  record Bad(Publication publication, List<String> problems) implements Compiled {}

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
    Optional<RulebookDocument> others = publication.rollout().map(Publication.Rollout::base);
    Optional<Compilation> base = others.map(text -> RulebookCompiler.compile(text, memory));
    if (base.isPresent() && base.get() instanceof Compilation.Refused) {
      return new Bad(publication, rendered(base.get()));
    }
    return new Good(
        publication, rules.rules(), base.map(it -> ((Compilation.Compiled) it).rules()));
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
