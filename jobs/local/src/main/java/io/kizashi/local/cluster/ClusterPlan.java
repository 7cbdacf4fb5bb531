package io.kizashi.local.cluster;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to run.
 *
 * @param taskManagers how many, 1 … {@value #MOST_TASK_MANAGERS}
 * @param slots of each, 1 … {@value #MOST_SLOTS}
 * @param config the pipeline's settings
 * @param rulebook the first rules; absent to take those that the settings name
 */
public record ClusterPlan(int taskManagers, int slots, Path config, Optional<Path> rulebook) {
  public static final int MOST_TASK_MANAGERS = 8;
  public static final int MOST_SLOTS = 16;

  /** Tasks of each stage: every slot gets one. */
  int parallelism() {
    return taskManagers * slots;
  }
}
