package io.kizashi.local.cluster;

import io.kizashi.pipeline.LatestCheckpoint;
import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hands the pipeline's jar to the cluster, as a person does it with {@code flink run}.
 *
 * @param processes starts Flink's client
 * @param jar the one that goes to a cluster
 */
public record Submission(Processes processes, Path jar, Path log) {
  static final String CLIENT = "run";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern SUBMITTED =
      Pattern.compile("Job has been submitted with JobID (\\w+)");
  private static final Pattern CAUSE = Pattern.compile("(?m)^Caused by: (.+)$");

  /**
   * Where a job goes on: at its newest checkpoint, else at the savepoint at which it began.
   *
   * @param path a URI
   * @param claimed whether the job may remove it when a newer one is complete: its own, not a
   *     person's
   * @param passedOver newer ones that are damaged, each with what is wrong, for people
   */
  public record Beginning(String path, boolean claimed, List<String> passedOver) {
    public Beginning {
      passedOver = List.copyOf(passedOver);
    }

    static Optional<Beginning> of(ClusterState state, JobSettings settings) {
      return LatestCheckpoint.of(settings.config())
          .map(found -> new Beginning(found.path(), found.mayBeTakenOver(), found.passedOver()))
          .or(() -> state.origin().map(savepoint -> new Beginning(savepoint, false, List.of())));
    }
  }

  /**
   * Submits and returns when the cluster has taken the job.
   *
   * @throws EnvironmentFault if it does not
   */
  void submit(JobSettings settings, ClusterState state, Optional<Beginning> beginning) {
    List<String> arguments = new ArrayList<>(List.of("--detached"));
    beginning.ifPresent(
        at -> {
          arguments.addAll(List.of("--fromSavepoint", at.path()));
          arguments.addAll(List.of("--claimMode", at.claimed() ? "CLAIM" : "NO_CLAIM"));
        });
    arguments.add(jar.toString());
    arguments.addAll(List.of("--config", state.plan().config().toString()));
    Process client = processes.client(CLIENT, arguments, settings.environment());
    if (!Waiting.reached(PATIENCE, () -> !client.isAlive())) {
      client.destroyForcibly();
      throw refused("it did not answer within " + PATIENCE.toSeconds() + " s");
    }
    String said = said();
    if (client.exitValue() != 0 || !SUBMITTED.matcher(said).find()) {
      throw refused(lastCause(said));
    }
  }

  private EnvironmentFault refused(String why) {
    return new EnvironmentFault("Flink did not take the job: " + why + "; all of it is in " + log);
  }

  private static String lastCause(String said) {
    String last = "it did not say why";
    for (Matcher causes = CAUSE.matcher(said); causes.find(); ) {
      last = causes.group(1);
    }
    return last;
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new EnvironmentFault(log + " can't be read: " + e.getMessage(), e);
    }
  }
}
