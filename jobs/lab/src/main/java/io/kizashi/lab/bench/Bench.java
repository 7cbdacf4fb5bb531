package io.kizashi.lab.bench;

import io.kizashi.local.engine.LocalFlink;
import io.kizashi.local.engine.LocalJob;
import io.kizashi.local.engine.Running;
import io.kizashi.local.kafka.Brokers;
import io.kizashi.pipeline.Environments;
import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.pipeline.Topics;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.TimeSources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Measures on an embedded broker and Flink; everything shares this machine's processors. */
public final class Bench implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(1);
  private static final String OUTPUTS = "recommendations";

  private final BenchPlan plan;
  private final Consumer<String> onStep;
  private final RulebookDocument rulebook = rulebook();
  private final Running running;
  private int jobs;

  /**
   * Starts broker and Flink.
   *
   * @param onStep is told what is done next
   */
  public Bench(BenchPlan plan, Consumer<String> onStep) {
    this.plan = plan;
    this.onStep = onStep;
    this.running = Running.withBroker(plan.parallelism(), LocalFlink.memory(plan.parallelism()));
  }

  private static RulebookDocument rulebook() {
    try (InputStream in = Bench.class.getResourceAsStream("rulebook.yaml")) {
      if (in == null) {
        throw new IllegalStateException("the benchmark's rulebook is not packaged; build anew");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new RulebookDocument("bench/rulebook.yaml", 1, text);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from the class path failed", e);
    }
  }

  /** Every contender's median, by its title; the jobs run in turn, so that all get as warm. */
  public Map<String, Throughput> throughput() {
    onStep.accept("loading " + plan.touchpoints() + " touchpoints");
    int partitions = createTopics("");
    try (Load load = new Load(running.bootstrap(), Topics.TOUCHPOINTS, partitions, 50)) {
      load.preload(plan.touchpoints(), plan.customers());
    }
    Map<BenchJob, List<Throughput>> runs = new EnumMap<>(BenchJob.class);
    for (int run = 1; run <= plan.runs(); run++) {
      for (BenchJob contender : BenchJob.values()) {
        onStep.accept("run " + run + " of " + plan.runs() + ": " + contender.title());
        runs.computeIfAbsent(contender, c -> new ArrayList<>())
            .add(throughput(contender, partitions * Load.MARKERS));
      }
    }
    Map<String, Throughput> medians = new java.util.LinkedHashMap<>();
    runs.forEach((contender, all) -> medians.put(contender.title(), median(all)));
    return medians;
  }

  private static Throughput median(List<Throughput> runs) {
    return runs.stream()
        .sorted(Comparator.comparingDouble(Throughput::perSecond))
        .toList()
        .get(runs.size() / 2);
  }

  private Throughput throughput(BenchJob contender, int markers) {
    try (AnswerTimes answers = new AnswerTimes(running.bootstrap(), OUTPUTS);
        ProcessorTime processor = ProcessorTime.record()) {
      LocalJob job = start(contender, "");
      long[] times = {Long.MAX_VALUE, Long.MIN_VALUE};
      int[] left = {markers};
      answers.read(
          answer -> {
            if (answer.value().contains(Load.START)) {
              times[0] = Math.min(times[0], answer.appended());
            } else if (answer.value().contains(Load.END)) {
              times[1] = Math.max(times[1], answer.appended());
              left[0]--;
            }
            return left[0] > 0;
          });
      job.cancel();
      double perMilli = 1_000.0 * plan.touchpoints();
      return new Throughput(
          perMilli / (times[1] - times[0]), perMilli / processor.millis(times[0], times[1]));
    }
  }

  /** A plain relay's latency and the product's, by title. */
  public Map<String, Latency> latency() {
    Map<String, Latency> all = new java.util.LinkedHashMap<>();
    for (BenchJob contender : List.of(BenchJob.IDENTITY, BenchJob.PRODUCT)) {
      String title = contender == BenchJob.IDENTITY ? "plain relay" : contender.title();
      onStep.accept("latency at " + plan.rate() + "/s: " + title);
      String prefix = "live-" + jobs + "-";
      int partitions = createTopics(prefix);
      try (AnswerTimes answers = new AnswerTimes(running.bootstrap(), prefix + OUTPUTS);
          Load load = new Load(running.bootstrap(), prefix + Topics.TOUCHPOINTS, partitions, 0)) {
        LocalJob job = start(contender, prefix);
        all.put(title, new OpenLoop(plan, load, answers).measure());
        job.cancel();
      }
    }
    return all;
  }

  private int createTopics(String prefix) {
    Brokers.createOnOneNode(running.bootstrap(), prefix);
    try (Brokers brokers = new Brokers(running.bootstrap(), Map.of())) {
      return brokers.partitions(prefix + Topics.TOUCHPOINTS);
    }
  }

  /** Every job reads from the beginning, as a group of its own. */
  private LocalJob start(BenchJob contender, String prefix) {
    jobs++;
    PipelineConfig settings = running.settings("bench-" + jobs, prefix, TimeSources.ANY, Map.of());
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(Environments.run(settings));
    contender.build(environment, settings, rulebook);
    return running.start(contender.title(), environment, START);
  }

  @Override
  public void close() {
    running.close();
  }
}
