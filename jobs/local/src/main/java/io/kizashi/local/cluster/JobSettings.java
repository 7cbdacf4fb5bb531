package io.kizashi.local.cluster;

import io.kizashi.language.library.Bundle;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.yaml.Problem;
import io.kizashi.local.feed.Feeder;
import io.kizashi.pipeline.HeartbeatMode;
import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.TimeSources;
import io.kizashi.terminal.InputFault;
import io.kizashi.terminal.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The pipeline's settings: a file as it is deployed, and over it, from the environment, what is
 * this cluster's.
 *
 * @param environment variables that go to the program in the jar
 * @param config what the program will make of file and environment
 */
public record JobSettings(Map<String, String> environment, PipelineConfig config) {
  public JobSettings {
    environment = Map.copyOf(environment);
  }

  /**
   * Reads settings and rulebook before anything is started.
   *
   * @throws InputFault that names what is wrong with them, and where
   */
  public static JobSettings of(ClusterState state, ClusterFolder folder) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("KIZASHI_KAFKA_BOOTSTRAP", state.ports().bootstrap());
    environment.put("KIZASHI_CHECKPOINTS_FOLDER", folder.checkpoints(state.line()).toString());
    environment.put("KIZASHI_PARALLELISM", String.valueOf(state.plan().parallelism()));
    state.plan().rulebook().ifPresent(file -> environment.put("KIZASHI_RULEBOOK", file.toString()));
    Path file = state.plan().config();
    PipelineConfig config = read(file, environment);
    if (config.heartbeats() == HeartbeatMode.SOURCES && config.sources().equals(TimeSources.ANY)) {
      // What is tried here is fed: without its end nothing would come of a stream's last minutes.
      environment.put("KIZASHI_FINITE", Feeder.SOURCE);
      config = read(file, environment);
    }
    check(config.rulebook());
    return new JobSettings(environment, config);
  }

  private static PipelineConfig read(Path file, Map<String, String> environment) {
    Map<String, String> everything = new TreeMap<>(System.getenv());
    everything.putAll(environment);
    PipelineConfig.Reading reading = PipelineConfig.read(file, TextFile.read(file), everything);
    return reading.config().orElseThrow(() -> new InputFault(render(reading.problems())));
  }

  private static void check(Path rulebook) {
    String text = Bundle.join(TextFile.read(rulebook), name -> beside(rulebook, name));
    RulebookDocument document = new RulebookDocument(rulebook.toString(), 1, text);
    if (RulebookCompiler.compile(document) instanceof Compilation.Refused refused) {
      throw new InputFault(render(refused.problems()));
    }
  }

  private static Optional<String> beside(Path file, String name) {
    Path included = file.resolveSibling(name);
    return Files.exists(included) ? Optional.of(TextFile.read(included)) : Optional.empty();
  }

  private static String render(List<Problem> problems) {
    return problems.stream().map(Problem::render).collect(Collectors.joining()).stripTrailing();
  }
}
