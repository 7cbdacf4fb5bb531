package io.kizashi.cli.acceptance;

import io.kizashi.pipeline.LatestCheckpoint;
import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.pipeline.StateFolder;
import io.kizashi.terminal.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What an engine would go on from after its death. */
final class HeldState {
  private HeldState() {}

  /**
   * The checkpoint that it would go on from.
   *
   * @param config its settings
   */
  static Optional<String> checkpoint(Path config) {
    PipelineConfig settings =
        PipelineConfig.read(config, TextFile.read(config), Map.of()).config().orElseThrow();
    return LatestCheckpoint.below(StateFolder.of(settings).uri());
  }

  /** When that was complete: what was said later it does not hold. Milliseconds since the epoch. */
  static long until(Path config) {
    try {
      Path checkpoint = Path.of(URI.create(checkpoint(config).orElseThrow()));
      return Files.getLastModifiedTime(checkpoint.resolve("_metadata")).toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
