package io.kizashi.cli.run;

import io.kizashi.cli.options.EngineSettings;
import io.kizashi.cli.options.Rulebooks;
import io.kizashi.cli.topics.NewTopics;
import io.kizashi.local.engine.LocalFlink;
import io.kizashi.local.engine.LocalJob;
import io.kizashi.local.engine.Running;
import io.kizashi.local.folder.EngineLock;
import io.kizashi.local.folder.PrivateFolder;
import io.kizashi.local.kafka.Brokers;
import io.kizashi.local.watch.EngineWatch;
import io.kizashi.pipeline.EarlierLives;
import io.kizashi.pipeline.Environments;
import io.kizashi.pipeline.KafkaPipeline;
import io.kizashi.pipeline.LastState;
import io.kizashi.pipeline.LatestCheckpoint;
import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.pipeline.StateFolder;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the pipeline in this process against a real Kafka. */
@Command(
    name = "run",
    description = {
      "Run the engine in this process against a real Kafka, until it is stopped.",
      "Missing topics are created. Started again, it goes on from its newest checkpoint."
    })
public final class RunCommand implements Callable<Integer> {
  private static final Duration START = Duration.ofMinutes(2);

  @Option(names = "--config", required = true, description = "The pipeline's configuration.")
  Path file = Path.of("");

  @Mixin NewTopics topics = new NewTopics();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PipelineConfig config = EngineSettings.read(file);
    RulebookDocument rulebook = Rulebooks.readChecked(config.rulebook());
    Runnable engine = () -> watch(config, rulebook);
    StateFolder state = StateFolder.of(config);
    state.requireFileSystem();
    state
        .path()
        .ifPresentOrElse(
            folder -> {
              PrivateFolder.exposure(folder)
                  .ifPresent(open -> spec.commandLine().getErr().println("kizashi: " + open));
              EngineLock.during(folder, config.kafka().group(), engine);
            },
            // Whoever shares a bucket must see to it: no lock reaches there.
            engine);
    return ExitCode.DONE;
  }

  private void watch(PipelineConfig config, RulebookDocument rulebook) {
    try (EngineWatch watch = EngineWatch.open(config)) {
      run(config, rulebook, watch);
    }
  }

  private void run(PipelineConfig config, RulebookDocument rulebook, EngineWatch watch) {
    createTopics(config, spec.commandLine().getErr());
    Configuration settings = Environments.run(config);
    Optional<LastState> from = LatestCheckpoint.of(config);
    from.ifPresent(
        found -> {
          found.passedOver().forEach(this::tellOfDamage);
          Environments.resume(settings, found);
        });
    EarlierLives.remove(config)
        .ifPresent(done -> spec.commandLine().getErr().println("kizashi: " + done));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings);
    KafkaPipeline.build(environment, config, rulebook);
    int tasks = config.parallelism();
    try (Running running =
        Running.on(config.kafka().bootstrap(), tasks, LocalFlink.memory(tasks))) {
      LocalJob job = running.start("kizashi", environment, START);
      PrintWriter out = spec.commandLine().getOut();
      out.println("running: " + description(config, from));
      watch.begin(job, System.currentTimeMillis());
      try (StopSignal stop = StopSignal.on(running, watch, out)) {
        job.await(
            () -> stop.unless(() -> watch.look(System.currentTimeMillis()).forEach(this::tell)));
      }
    }
  }

  private void tell(String line) {
    spec.commandLine().getErr().println("kizashi: " + line);
  }

  private void tellOfDamage(String checkpoint) {
    spec.commandLine()
        .getErr()
        .println("kizashi: damaged, the checkpoint before it is taken: " + checkpoint);
  }

  private static String description(PipelineConfig config, Optional<LastState> from) {
    return config.kafka().bootstrap()
        + ", rulebook "
        + config.rulebook()
        + ", "
        + from.map(RunCommand::beginning).orElse("from the topic's beginning");
  }

  private static String beginning(LastState from) {
    return "going on from "
        + from.path()
        + (from.mayBeTakenOver()
            ? ""
            : " of an earlier build, which stays: remove it when it is needed no more");
  }

  private void createTopics(PipelineConfig config, PrintWriter err) {
    try (Brokers brokers = new Brokers(config.kafka().bootstrap(), config.kafka().properties())) {
      List<String> created = topics.createToRun(brokers, config.topicPrefix(), err);
      if (!created.isEmpty()) {
        err.println("created topics: " + String.join(", ", created));
      }
    }
  }
}
