package io.kizashi.pipeline;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many groups customers are shared among. Flink takes up no state under another number than the
 * one that it was written with, so a job keeps that of the state that it starts from.
 */
final class KeyGroups {
  private static final Logger LOG = LoggerFactory.getLogger(KeyGroups.class);

  private KeyGroups() {}

  /**
   * Gives a job the number of its state; one that starts from nothing has {@link
   * Stage#MAX_PARALLELISM}.
   *
   * @param env before anything is added to it
   * @throws EnvironmentFailure if it asks for more tasks than its state can be shared among
   */
  static void settle(StreamExecutionEnvironment env) {
    Optional<String> from = env.getConfiguration().getOptional(StateRecoveryOptions.SAVEPOINT_PATH);
    OptionalInt saved = from.map(KeyGroups::of).orElse(OptionalInt.empty());
    if (saved.isEmpty()) {
      return;
    }
    int groups = saved.getAsInt();
    if (env.getParallelism() > groups) {
      throw new EnvironmentFailure(
          "the state at "
              + from.orElse("")
              + " can be shared among "
              + groups
              + " tasks at most, and parallelism is "
              + env.getParallelism()
              + "; set it to "
              + groups
              + " or less");
    }
    env.setMaxParallelism(groups);
  }

  private static OptionalInt of(String from) {
    try {
      return SavedMetadata.of(from).keyGroups();
    } catch (IOException e) {
      LOG.warn(
          "{} can't be read from here; should Flink refuse its maximum parallelism, submit the job"
              + " from where it can be read",
          from,
          e);
      return OptionalInt.empty();
    }
  }
}
