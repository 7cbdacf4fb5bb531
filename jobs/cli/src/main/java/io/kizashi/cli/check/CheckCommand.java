package io.kizashi.cli.check;

import io.kizashi.cli.terminal.ExitCode;
import io.kizashi.cli.terminal.Progress;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.jqwik.api.sessions.JqwikSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds the engine against the naive model. */
@Command(
    name = "check",
    description = {
      "Hold the engine against a naive model of the rule language, on random rulebooks and streams.",
      "Every difference is made small and printed with the seed that repeats it."
    })
public final class CheckCommand implements Callable<Integer> {
  @Option(names = "--seed", description = "of the first case (default: the clock)")
  Optional<Long> seed = Optional.empty();

  @Option(names = "--cases", description = "how many (default: without end)")
  Optional<Long> cases = Optional.empty();

  @Spec CommandSpec spec = CommandSpec.create();

  private long differences;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    long first = seed.orElseGet(System::currentTimeMillis);
    long most = cases.orElse(Long.MAX_VALUE);
    out.println("seed " + first);
    JqwikSession.run(() -> hunt(first, most, out));
    out.printf("%d cases, %d differences%n", most, differences);
    return differences == 0 ? ExitCode.DONE : ExitCode.INPUT;
  }

  private void hunt(long first, long most, PrintWriter out) {
    Hunt hunt = new Hunt((document, rules) -> new Core(rules));
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      for (long i = 0; i < most; i++) {
        long done = i;
        progress.show(() -> done + " cases, " + differences + " differences");
        long at = first + i;
        hunt.find(at)
            .ifPresent(
                find -> {
                  differences++;
                  out.printf("%nseed %d: %s%n", at, find.show());
                });
      }
    }
  }
}
