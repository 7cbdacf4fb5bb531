package io.kizashi.cli.lab;

import io.kizashi.oracle.decisions.PolicyCheck;
import io.kizashi.oracle.moments.CoreEngine;
import io.kizashi.oracle.moments.Hunt;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.Progress;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds the engine against the naive models. */
@Command(
    name = "check",
    description = {
      "Hold the engine against naive models of the rule language and of its policies, on random",
      "rulebooks and streams. Every difference is made small and printed with the seed that repeats"
          + " it."
    })
public final class CheckCommand implements Callable<Integer> {
  @Option(names = "--seed", description = "of the first case (default: the clock)")
  Optional<Long> seed = Optional.empty();

  @Option(names = "--cases", description = "how many (default: without end)")
  Optional<Long> cases = Optional.empty();

  @Option(names = "--what", description = "moments, decisions or both (default)")
  What what = What.BOTH;

  @Spec CommandSpec spec = CommandSpec.create();

  private long differences;

  /** What is checked. */
  enum What {
    MOMENTS,
    DECISIONS,
    BOTH
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    long first = seed.orElseGet(System::currentTimeMillis);
    long most = cases.orElse(Long.MAX_VALUE);
    out.println("seed " + first);
    hunt(first, most, out);
    out.printf("%d cases, %d differences%n", most, differences);
    return differences == 0 ? ExitCode.DONE : ExitCode.INPUT;
  }

  private void hunt(long first, long most, PrintWriter out) {
    List<LongFunction<Optional<String>>> hunts = hunts(out);
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      for (long i = 0; i < most; i++) {
        long done = i;
        progress.show(() -> done + " cases, " + differences + " differences");
        long at = first + i;
        hunts.stream()
            .flatMap(hunt -> hunt.apply(at).stream())
            .forEach(
                find -> {
                  differences++;
                  out.printf("%nseed %d: %s%n", at, find);
                });
      }
    }
  }

  /** What is wrong with the cases of a seed, of those that are asked for. */
  private List<LongFunction<Optional<String>>> hunts(PrintWriter out) {
    Hunt moments =
        new Hunt(
            (document, rules) -> new CoreEngine(rules),
            at -> out.printf("%nseed %d differs; it is being made small%n", at));
    LongFunction<Optional<String>> ofMoments = at -> moments.find(at).map(Hunt.Find::show);
    LongFunction<Optional<String>> ofDecisions = new PolicyCheck()::find;
    return switch (what) {
      case MOMENTS -> List.of(ofMoments);
      case DECISIONS -> List.of(ofDecisions);
      case BOTH -> List.of(ofMoments, ofDecisions);
    };
  }
}
