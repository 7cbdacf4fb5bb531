package io.kizashi.pipeline;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraphHasherV2;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State that a job is started from, and that no stage of it takes up. Flink would lose all of it
 * without a word once it may lose some; here it may only be what stages kept that are switched off.
 */
final class UnclaimedState {
  private static final Logger LOG = LoggerFactory.getLogger(UnclaimedState.class);

  /**
   * What settings switch off. What learning kept, it learns anew; where the engine no longer writes
   * heartbeats it need not know how many it wrote.
   */
  private static final Set<Stage> SWITCHED =
      EnumSet.of(
          Stage.TOLD,
          Stage.EXPERIENCES,
          Stage.LEXICON,
          Stage.SENSES,
          Stage.LOOP,
          Stage.LOOP_READ,
          Stage.HEARTBEATS,
          Stage.HEARTBEATS_WRITTEN);

  /** What Flink puts before the uid of a sink for the second of its two operators. */
  private static final String COMMITTER = "Sink Committer: ";

  private static final Set<OperatorID> SWITCHED_IDS =
      SWITCHED.stream()
          .flatMap(stage -> Stream.of(id(stage.uid()), id(COMMITTER + stage.uid())))
          .collect(Collectors.toUnmodifiableSet());

  private UnclaimedState() {}

  /**
   * Lets a job leave what it may leave of the state that it is started from, and nothing else.
   *
   * @param env with all of the job
   * @throws EnvironmentFailure that names what else would be lost
   */
  static void refuse(StreamExecutionEnvironment env) {
    Optional<String> from = env.getConfiguration().getOptional(StateRecoveryOptions.SAVEPOINT_PATH);
    List<OperatorState> unclaimed = from.map(path -> unclaimed(env, path)).orElse(List.of());
    List<String> lost =
        unclaimed.stream()
            .filter(state -> !SWITCHED_IDS.contains(state.getOperatorID()))
            .map(state -> state.getOperatorUid().orElse(state.getOperatorID().toString()))
            .sorted()
            .toList();
    if (!lost.isEmpty()) {
      throw new EnvironmentFailure(
          from.orElse("")
              + " holds state of '"
              + String.join("', '", lost)
              + "', which no stage of this engine takes up, so that it would be lost; go on with the"
              + " release that wrote it, or start from nothing");
    }
    env.configure(
        new Configuration()
            .set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, !unclaimed.isEmpty()));
  }

  private static OperatorID id(String uid) {
    return new OperatorID(StreamGraphHasherV2.generateUserSpecifiedHash(uid));
  }

  private static List<OperatorState> unclaimed(StreamExecutionEnvironment env, String from) {
    Set<OperatorID> claimed =
        env.getStreamGraph(false).getStreamNodes().stream()
            .flatMap(node -> Optional.ofNullable(node.getTransformationUID()).stream())
            .map(UnclaimedState::id)
            .collect(Collectors.toSet());
    return saved(from).stream()
        .filter(state -> !claimed.contains(state.getOperatorID()) && holdsSome(state))
        .toList();
  }

  /** As Flink asks it. */
  private static boolean holdsSome(OperatorState state) {
    return state.getCoordinatorState() != null
        || state.getStates().stream().anyMatch(OperatorSubtaskState::hasState);
  }

  /**
   * What was saved. Whoever submits a job may not reach what the cluster reaches: then Flink is to
   * refuse whatever nobody takes up.
   */
  private static List<OperatorState> saved(String from) {
    try {
      return SavedMetadata.of(from).operators();
    } catch (IOException e) {
      LOG.warn("{} can't be read from here; state that nobody takes up will be refused", from, e);
      return List.of();
    }
  }
}
