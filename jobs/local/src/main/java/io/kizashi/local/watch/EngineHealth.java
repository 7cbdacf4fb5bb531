package io.kizashi.local.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an engine is, as far as it was seen.
 *
 * @param isStopping whether it was told to end
 * @param job empty until every task has run
 * @param broker empty while it answers
 */
record EngineHealth(
    boolean isStopping, Optional<JobStanding> job, Optional<BrokerWatch.Loss> broker) {
  static final EngineHealth STARTING = new EngineHealth(false, Optional.empty(), Optional.empty());

  /** Flink answers each second; one that has not for so long hangs, and won't come back. */
  static final Duration SILENCE = Duration.ofMinutes(2);

  /**
   * What keeps it from deciding.
   *
   * @param text for people
   */
  record Hindrance(Obstacle obstacle, String text) {}

  /** Whether a new process would be no better than this one. */
  boolean isLive(long now) {
    return job.isEmpty() || now - job.get().at() <= SILENCE.toMillis();
  }

  /** All that keeps it from deciding; none if it is ready. */
  List<Hindrance> why(long now) {
    List<Hindrance> why = new ArrayList<>();
    if (isStopping) {
      why.add(new Hindrance(Obstacle.STOPPING, "it ends, and takes a last checkpoint"));
    }
    if (job.isEmpty()) {
      why.add(new Hindrance(Obstacle.STARTING, "no task runs yet"));
    } else if (!isLive(now)) {
      String silence = "Flink has not answered for " + seconds(now - job.get().at());
      why.add(new Hindrance(Obstacle.SILENT, silence));
    }
    job.ifPresent(it -> why.addAll(why(it, now)));
    broker
        .map(it -> "no broker answers for " + seconds(now - it.since()) + ": " + it.why())
        .ifPresent(text -> why.add(new Hindrance(Obstacle.BROKER_AWAY, text)));
    return why;
  }

  private static List<Hindrance> why(JobStanding job, long now) {
    List<Hindrance> why = new ArrayList<>();
    if (job.downSince().isPresent()) {
      String down = seconds(now - job.downSince().getAsLong());
      why.add(
          new Hindrance(Obstacle.RESTARTING, "the job failed " + down + " ago: " + job.failure()));
    }
    if (job.isHolding()) {
      why.add(
          new Hindrance(
              Obstacle.HOLDING, "no checkpoint can be made, and nothing is decided until one is"));
    }
    return why;
  }

  private static String seconds(long millis) {
    return millis / 1000 + " s";
  }

  /**
   * For programs.
   *
   * @param gauges what the tasks tell
   * @param now milliseconds since the epoch
   */
  ObjectNode json(JobGauges.Values gauges, long now) {
    List<Hindrance> why = why(now);
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("live", isLive(now)).put("ready", why.isEmpty());
    ArrayNode list = all.putArray("why");
    why.forEach(it -> list.addObject().put("code", it.obstacle().wire()).put("text", it.text()));
    job.ifPresent(it -> all.put("failuresInTenMinutes", it.failures()));
    job.stream()
        .flatMapToLong(it -> it.checkpointAt().stream())
        .forEach(at -> all.put("checkpointAgeMillis", now - at));
    gauges.proven().ifPresent(time -> all.put("behindMillis", now - time));
    gauges.frozen().ifPresent(many -> all.put("frozen", many));
    return all;
  }
}
