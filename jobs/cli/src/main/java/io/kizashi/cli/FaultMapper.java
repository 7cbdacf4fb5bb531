package io.kizashi.cli;

import io.kizashi.local.watch.GaveUp;
import io.kizashi.pipeline.EnvironmentFailure;
import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.InputFault;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into one clean message and the exit code of the contract. */
final class FaultMapper implements IExecutionExceptionHandler {
  private final Kizashi root;

  FaultMapper(Kizashi root) {
    this.root = root;
  }

  @Override
  public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (isEnding() && !root.debug) {
      // Stopped from outside: what breaks while everything is taken down is no news.
      return ExitCode.ENVIRONMENT;
    }
    int code = ExitCode.ENVIRONMENT;
    if (fault instanceof InputFault) {
      code = ExitCode.INPUT;
      err.println(fault.getMessage());
    } else if (fault instanceof GaveUp) {
      code = ExitCode.GAVE_UP;
      err.println("kizashi: " + fault.getMessage());
    } else if (fault instanceof EnvironmentFault || fault instanceof EnvironmentFailure) {
      err.println("kizashi: " + fault.getMessage());
    } else {
      err.println("kizashi: this is a defect: " + fault + "; --debug shows where");
    }
    if (root.debug) {
      fault.printStackTrace(err);
    }
    err.flush();
    return code;
  }

  private static boolean isEnding() {
    Thread probe = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException e) {
      // Hooks are refused from the moment on when they run.
      return true;
    }
  }
}
