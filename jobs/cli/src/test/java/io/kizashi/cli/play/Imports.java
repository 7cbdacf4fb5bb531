package io.kizashi.cli.play;

import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.InputFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** Runs the command on small files as a person would. */
final class Imports {
  private final Path folder;

  Imports(Path folder) {
    this.folder = folder;
  }

  /**
   * What a run left behind.
   *
   * @param events the lines written; empty where there is no file
   */
  record Run(int code, String out, String err, List<String> events) {}

  Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  /** Imports one file of the given name and text. */
  Run text(String mapping, String name, String text) throws IOException {
    return path(mapping, write(name, text));
  }

  Run path(String mapping, Path in) throws IOException {
    Path events = folder.resolve("events.jsonl");
    Path file = write("mapping.yaml", mapping);
    return run(
        events, "--mapping", file.toString(), "--in", in.toString(), "--out", events.toString());
  }

  Run run(Path events, String... arguments) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(new ImportCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .setExecutionExceptionHandler(
                (fault, command, parsed) -> {
                  command.getErr().println(fault.getMessage());
                  return code(fault);
                })
            .execute(arguments);
    List<String> lines = Files.exists(events) ? Files.readAllLines(events) : List.of();
    return new Run(code, hide(out), hide(err), lines);
  }

  private static int code(Exception fault) throws Exception {
    if (fault instanceof InputFault) {
      return ExitCode.INPUT;
    }
    if (fault instanceof EnvironmentFault) {
      return ExitCode.ENVIRONMENT;
    }
    throw fault;
  }

  /** The temporary folder's name is no part of what is told. */
  private String hide(StringWriter text) {
    return text.toString().replace(folder + "/", "");
  }
}
