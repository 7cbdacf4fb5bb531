package io.kizashi.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One command, run in this process. */
public record CommandRun(int exitCode, String out, String err) {
  /** Runs the command line to its end. */
  public static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Kizashi.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
            .execute(arguments);
    return new CommandRun(code, out.toString(), err.toString());
  }
}
