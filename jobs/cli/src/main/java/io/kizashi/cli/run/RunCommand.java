package io.kizashi.cli.run;

import io.kizashi.cli.options.Rulebooks;
import io.kizashi.cli.topics.NewTopics;
import io.kizashi.local.engine.LocalJob;
import io.kizashi.local.engine.Running;
import io.kizashi.local.kafka.Brokers;
import io.kizashi.pipeline.Environments;
import io.kizashi.pipeline.KafkaPipeline;
import io.kizashi.pipeline.LatestCheckpoint;
import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.InputFault;
import io.kizashi.terminal.TextFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
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
  private static final int MEGABYTES_A_TASK = 256;
  private static final Duration START = Duration.ofMinutes(2);

  @Option(names = "--config", required = true, description = "The pipeline's configuration.")
  Path file = Path.of("");

  @Mixin NewTopics topics = new NewTopics();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PipelineConfig config = config();
    RulebookDocument rulebook = Rulebooks.readChecked(config.rulebook());
    PrintWriter err = spec.commandLine().getErr();
    createTopics(config, err);
    Configuration settings = Environments.run(config);
    Optional<String> checkpoint = LatestCheckpoint.below(config.checkpoints().folder());
    checkpoint.ifPresent(path -> Environments.resume(settings, path));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings);
    KafkaPipeline.build(environment, config, rulebook);
    MemorySize memory = MemorySize.ofMebiBytes((long) MEGABYTES_A_TASK * config.parallelism());
    String bootstrap = config.kafka().bootstrap();
    try (Running running = Running.on(bootstrap, config.parallelism(), memory)) {
      LocalJob job = running.start("kizashi", environment, START);
      spec.commandLine().getOut().println("running: " + description(config, checkpoint));
      job.await();
    }
    return ExitCode.DONE;
  }

  private static String description(PipelineConfig config, Optional<String> checkpoint) {
    return config.kafka().bootstrap()
        + ", rulebook "
        + config.rulebook()
        + ", "
        + checkpoint.map(path -> "going on from " + path).orElse("from the topic's beginning");
  }

  private PipelineConfig config() {
    PipelineConfig.Reading reading =
        PipelineConfig.read(file, TextFile.read(file), System.getenv());
    return reading.config().orElseThrow(() -> new InputFault(Rulebooks.render(reading.problems())));
  }

  private void createTopics(PipelineConfig config, PrintWriter err) {
    try (Brokers brokers = new Brokers(config.kafka().bootstrap(), config.kafka().properties())) {
      List<String> created = topics.create(brokers, config.topicPrefix(), Optional.empty(), err);
      if (!created.isEmpty()) {
        err.println("created topics: " + String.join(", ", created));
      }
    }
  }
}
