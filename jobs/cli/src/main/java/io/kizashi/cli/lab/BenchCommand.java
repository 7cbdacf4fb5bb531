package io.kizashi.cli.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.lab.bench.Bench;
import io.kizashi.lab.bench.BenchPlan;
import io.kizashi.lab.bench.Latency;
import io.kizashi.lab.bench.Throughput;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The benchmarks. */
@Command(
    name = "bench",
    description = {
      "Measure the engine against floors that do next to nothing, on a broker in this process.",
      "Ratios travel between machines; touchpoints a second do not."
    })
public final class BenchCommand implements Callable<Integer> {
  @Option(names = "--touchpoints", defaultValue = "300000", description = "${DEFAULT-VALUE}")
  int touchpoints;

  @Option(names = "--customers", defaultValue = "10000", description = "${DEFAULT-VALUE}")
  int customers;

  @Option(names = "--parallelism", defaultValue = "2", description = "${DEFAULT-VALUE}")
  int parallelism;

  @Option(
      names = "--runs",
      defaultValue = "3",
      description = "of each job; the median counts (default: ${DEFAULT-VALUE})")
  int runs;

  @Option(
      names = "--rate",
      defaultValue = "1000",
      description = "touchpoints a second for latency (default: ${DEFAULT-VALUE})")
  int rate;

  @Option(
      names = "--seconds",
      defaultValue = "20",
      description = "of latency, after the warm-up (default: ${DEFAULT-VALUE})")
  int seconds;

  @Option(names = "--json", description = "Print the figures as one JSON object.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    BenchPlan plan = new BenchPlan(touchpoints, customers, parallelism, runs, rate, seconds);
    Map<String, Throughput> throughput;
    Map<String, Latency> latency;
    try (Progress progress = Progress.on(spec.commandLine().getErr());
        Bench bench = new Bench(plan, step -> progress.show(() -> step))) {
      throughput = bench.throughput();
      latency = bench.latency();
    }
    if (json) {
      print(new ObjectMapper().createObjectNode(), throughput, latency);
    } else {
      print(spec.commandLine().getOut(), throughput, latency);
    }
    return ExitCode.DONE;
  }

  private void print(
      ObjectNode all, Map<String, Throughput> throughput, Map<String, Latency> latency) {
    ObjectMapper mapper = new ObjectMapper();
    all.set("throughput", mapper.valueToTree(throughput));
    all.set("latencyMillis", mapper.valueToTree(latency));
    spec.commandLine().getOut().println(all);
  }

  private static void print(
      PrintWriter out, Map<String, Throughput> throughput, Map<String, Latency> latency) {
    Throughput product = last(throughput);
    out.printf("%-28s %15s %15s %9s %9s%n", "throughput", "a second", "a CPU-second", "", "");
    throughput.forEach(
        (title, t) ->
            out.printf(
                Locale.ROOT,
                "%-28s %,15.0f %,15.0f %8.2fx %8.2fx%n",
                title,
                t.perSecond(),
                t.perCpuSecond(),
                product.perSecond() / t.perSecond(),
                product.perCpuSecond() / t.perCpuSecond()));
    Latency ours = last(latency);
    out.printf(
        "%n%-28s %9s %9s %9s %9s %9s%n", "latency, ms", "p50", "p99", "p99.9", "most", "p99");
    latency.forEach(
        (title, l) ->
            out.printf(
                Locale.ROOT,
                "%-28s %9.2f %9.2f %9.2f %9.2f %8.2fx%n",
                title,
                l.p50(),
                l.p99(),
                l.p999(),
                l.most(),
                ours.p99() / l.p99()));
    out.println("x: the product's figure divided by the line's");
  }

  private static <T> T last(Map<String, T> map) {
    return map.values().stream().reduce((first, second) -> second).orElseThrow();
  }
}
