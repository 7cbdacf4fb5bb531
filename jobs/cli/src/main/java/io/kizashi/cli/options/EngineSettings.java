package io.kizashi.cli.options;

import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.terminal.InputFault;
import io.kizashi.terminal.TextFile;
import java.nio.file.Path;

/** The settings of an engine, as {@code --config} names them. */
public final class EngineSettings {
  private EngineSettings() {}

  /**
   * Reads them, with what the environment puts over the file.
   *
   * @throws InputFault with all that is wrong
   */
  public static PipelineConfig read(Path file) {
    PipelineConfig.Reading reading =
        PipelineConfig.read(file, TextFile.read(file), System.getenv());
    return reading.config().orElseThrow(() -> new InputFault(Rulebooks.render(reading.problems())));
  }
}
