package io.kizashi.cli.options;

import io.kizashi.core.rules.Rules;
import io.kizashi.language.explain.Language;
import io.kizashi.language.library.Bundle;
import io.kizashi.language.plan.TrackingPlan;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.told.ProblemText;
import io.kizashi.language.yaml.Problem;
import io.kizashi.language.yaml.Problems;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.InputFault;
import io.kizashi.terminal.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Rulebooks from files. */
public final class Rulebooks {
  private static final long FIRST_VERSION = 1;

  private Rulebooks() {}

  /**
   * The document of a file with all that it includes, not yet compiled. An included file that is
   * not there is left out; the compiler says where it is named.
   */
  public static RulebookDocument read(Path file) {
    String text = Bundle.join(TextFile.read(file), name -> beside(file, name));
    return new RulebookDocument(file.toString(), FIRST_VERSION, text);
  }

  private static Optional<String> beside(Path file, String name) {
    Path included = file.resolveSibling(name);
    return Files.exists(included) ? Optional.of(TextFile.read(included)) : Optional.empty();
  }

  /**
   * The document of a file that compiles.
   *
   * @throws InputFault with every problem if it doesn't
   */
  public static RulebookDocument readChecked(Path file) {
    RulebookDocument document = read(file);
    if (RulebookCompiler.compile(document) instanceof Compilation.Refused refused) {
      throw new InputFault(render(refused.problems()));
    }
    return document;
  }

  /**
   * The rules of a file that compiles.
   *
   * @param language of the problems
   * @throws InputFault with every problem if it doesn't
   */
  public static Rules compiled(Path file, Language language) {
    Compilation compilation = RulebookCompiler.compile(read(file));
    if (compilation instanceof Compilation.Compiled compiled) {
      return compiled.rules();
    }
    throw new InputFault(render(compilation.problems(), language));
  }

  /**
   * The tracking plan of a file, which may be one of its own.
   *
   * @throws InputFault with every problem if it has none that can be read
   */
  public static TrackingPlan plan(Path file) {
    Problems problems = new Problems();
    Optional<TrackingPlan> plan = RulebookCompiler.plan(read(file), problems);
    return plan.orElseThrow(() -> new InputFault(render(problems.all())));
  }

  public static String render(List<Problem> problems) {
    return render(problems, Language.EN);
  }

  /** Problems one below the other, for authors who read a language. */
  public static String render(List<Problem> problems, Language language) {
    return ProblemText.in(language).render(problems);
  }
}
