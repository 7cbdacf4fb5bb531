package io.kizashi.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateBackendOptions;

/** Refuses to build on a platform whose settings would lose or slow down state. */
final class PlatformCheck {
  private PlatformCheck() {}

  /**
   * Checks the settings that the job will run with.
   *
   * @throws EnvironmentFailure that names every setting that must be another
   */
  static void verify(ReadableConfig settings) {
    List<String> wrong = new ArrayList<>();
    expect(wrong, settings, StateBackendOptions.STATE_BACKEND.key(), "rocksdb");
    expect(wrong, settings, PipelineOptions.GENERIC_TYPES.key(), "false");
    expect(wrong, settings, PipelineOptions.AUTO_GENERATE_UIDS.key(), "false");
    expect(
        wrong,
        settings,
        PipelineOptions.MAX_PARALLELISM.key(),
        Integer.toString(Stage.MAX_PARALLELISM));
    if (!wrong.isEmpty()) {
      throw new EnvironmentFailure(
          "Flink is not set as the engine needs it; set in its configuration: "
              + String.join(", ", wrong));
    }
  }

  private static void expect(
      List<String> wrong, ReadableConfig settings, String key, String value) {
    var option =
        org.apache.flink.configuration.ConfigOptions.key(key).stringType().noDefaultValue();
    String found = settings.getOptional(option).orElse("unset");
    if (!found.equals(value)) {
      wrong.add(key + ": " + value + " (is " + found + ")");
    }
  }
}
