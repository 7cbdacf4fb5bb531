package io.kizashi.cli;

import io.kizashi.cli.terminal.InputFault;
import io.kizashi.cli.terminal.TextFile;
import io.kizashi.core.rulebook.Compilation;
import io.kizashi.core.rulebook.RulebookCompiler;
import io.kizashi.core.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Rulebooks from files. */
final class Rulebooks {
  private static final long FIRST_VERSION = 1;

  private Rulebooks() {}

  /** The document of a file, not yet compiled. */
  static RulebookDocument read(Path file) {
    return new RulebookDocument(file.toString(), FIRST_VERSION, TextFile.read(file));
  }

  /**
   * The document of a file that compiles.
   *
   * @throws InputFault with every problem if it doesn't
   */
  static RulebookDocument readChecked(Path file) {
    RulebookDocument document = read(file);
    if (RulebookCompiler.compile(document) instanceof Compilation.Refused refused) {
      throw new InputFault(render(refused.problems()));
    }
    return document;
  }

  static String render(List<Problem> problems) {
    return problems.stream().map(Problem::render).collect(Collectors.joining()).stripTrailing();
  }
}
