package io.kizashi.cli.rules;

import io.kizashi.language.library.Library;
import io.kizashi.terminal.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the ready-made rules. */
@Command(
    name = "library",
    description = "List the ready-made moments that a rulebook includes by name.")
final class RulesLibraryCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (String name : Library.names()) {
      out.printf("%-26s %s%n", name, about(name));
    }
    out.flush();
    return ExitCode.DONE;
  }

  /** What the first line of a file, a comment, says. */
  private static String about(String name) {
    return Library.text(name).flatMap(text -> text.lines().findFirst()).orElse("").substring(2);
  }
}
