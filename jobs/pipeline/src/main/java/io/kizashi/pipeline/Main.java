package io.kizashi.pipeline;

import io.kizashi.language.library.Bundle;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.Compilation.Refused;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Submits the engine to the cluster that runs this jar: {@code --config FILE}. */
public final class Main {
  private static final String JOB = "kizashi";

  private Main() {}

  /**
   * Builds and submits.
   *
   * @throws IllegalArgumentException if an argument, a setting or the rulebook is at fault
   * @throws EnvironmentFailure if something around the engine is
   * @throws Exception as Flink declares it for a submission that fails
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 2 || !args[0].equals("--config")) {
      throw new IllegalArgumentException("usage: --config FILE");
    }
    PipelineConfig config = config(Path.of(args[1]));
    RulebookDocument rulebook = rulebook(config.rulebook());
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(Environments.run(config));
    KafkaPipeline.build(env, config, rulebook);
    env.execute(JOB);
  }

  private static PipelineConfig config(Path file) {
    PipelineConfig.Reading reading = PipelineConfig.read(file, text(file), System.getenv());
    return reading.config().orElseThrow(() -> fault(reading.problems()));
  }

  private static RulebookDocument rulebook(Path file) {
    String text = Bundle.join(text(file), name -> beside(file, name));
    RulebookDocument document = new RulebookDocument(file.toString(), 1, text);
    Compilation compilation = RulebookCompiler.compile(document);
    if (compilation instanceof Refused refused) {
      throw fault(refused.problems());
    }
    return document;
  }

  /** What a rulebook includes; the compiler complains of what is not there. */
  private static Optional<String> beside(Path file, String name) {
    Path included = file.resolveSibling(name);
    return Files.exists(included) ? Optional.of(text(included)) : Optional.empty();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new EnvironmentFailure(file + " can't be read; check the path", e);
    }
  }

  private static IllegalArgumentException fault(List<Problem> problems) {
    return new IllegalArgumentException(
        "\n" + problems.stream().map(Problem::render).collect(Collectors.joining()));
  }
}
