package io.kizashi.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.kizashi.terminal.EnvironmentFault;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How far a job's time has come, as its tasks tell over Flink's own interface. */
public final class JobTime {
  private static final long TICK_MILLIS = 100;

  private final JobPages pages;

  JobTime(JobPages pages) {
    this.pages = pages;
  }

  /**
   * Waits until every task runs.
   *
   * @return false if they do not within {@code patience}, or the job has ended
   */
  public boolean awaitRunning(Duration patience) {
    return await(patience, this::allRun);
  }

  /**
   * Waits until time has passed {@code time} at every end of the job.
   *
   * @return false if it has not within {@code patience}
   */
  public boolean awaitPast(long time, Duration patience) {
    return await(patience, () -> isPast(time));
  }

  /** Whether time has passed {@code time} at every end of the job. */
  public boolean isPast(long time) {
    return lowest() >= time;
  }

  private static boolean await(Duration patience, BooleanSupplier reached) {
    long end = System.nanoTime() + patience.toNanos();
    while (!answered(reached)) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
      } catch (InterruptedException e) {
        throw JobPages.interrupted(e);
      }
    }
    return true;
  }

  /** A machine with more to do than it can takes its time to answer: that ends nothing. */
  private static boolean answered(BooleanSupplier reached) {
    try {
      return reached.getAsBoolean();
    } catch (EnvironmentFault e) {
      if (e.getCause() instanceof HttpTimeoutException) {
        return false;
      }
      throw e;
    }
  }

  private boolean allRun() {
    JsonNode vertices = pages.get("").path("vertices");
    for (JsonNode vertex : vertices) {
      if (!vertex.path("status").asText().equals("RUNNING")) {
        return false;
      }
    }
    return !vertices.isEmpty();
  }

  /**
   * The lowest time that has come through to the ends of the job, or {@link Long#MIN_VALUE} while
   * one has none. What stands before an end has acted on that time.
   */
  private long lowest() {
    JsonNode vertices = pages.get("").path("plan").path("nodes");
    Set<String> passedOn = new HashSet<>();
    vertices.forEach(v -> v.path("inputs").forEach(i -> passedOn.add(i.path("id").asText())));
    long lowest = Long.MAX_VALUE;
    for (JsonNode vertex : vertices) {
      if (!passedOn.contains(vertex.path("id").asText())) {
        lowest = Math.min(lowest, lowest(vertex));
      }
    }
    return lowest;
  }

  private long lowest(JsonNode vertex) {
    JsonNode tasks = pages.get("/vertices/" + vertex.path("id").asText() + "/watermarks");
    if (tasks.size() < vertex.path("parallelism").asInt()) {
      return Long.MIN_VALUE;
    }
    long lowest = Long.MAX_VALUE;
    for (JsonNode task : tasks) {
      lowest = Math.min(lowest, task.path("value").asLong(Long.MIN_VALUE));
    }
    return lowest;
  }
}
