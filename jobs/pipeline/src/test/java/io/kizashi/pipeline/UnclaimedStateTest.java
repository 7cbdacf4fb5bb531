package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.pipeline.StateRelease.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs that are started from state of a release, and do not run all that wrote it. */
class UnclaimedStateTest {
  private static final Set<String> LEARNING =
      Set.of(
          "told", "experiences", "lexicon", "senses", "loop", "loop-read", "Sink Committer: loop");

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatLearningKeptMayBeLeft(Kind kind) throws IOException {
    StreamExecutionEnvironment job = job(saved(kind), uid -> !LEARNING.contains(uid));
    UnclaimedState.refuse(job);
    assertThat(ignoresUnclaimed(job)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatAnyOtherStageKeptIsRefusedByName(Kind kind) throws IOException {
    String from = saved(kind);
    StreamExecutionEnvironment job =
        job(from, uid -> !LEARNING.contains(uid) && !uid.equals("persons"));
    assertThatThrownBy(() -> UnclaimedState.refuse(job))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessage(
            "%s holds state of 'persons', which no stage of this engine takes up, so that it would be lost; go on with the release that wrote it, or start from nothing",
            from);
  }

  @Test
  void whereAllIsTakenUpNothingMayBeLost() throws IOException {
    StreamExecutionEnvironment job = job(saved(Kind.SAVEPOINT), uid -> true);
    UnclaimedState.refuse(job);
    assertThat(ignoresUnclaimed(job)).isFalse();
  }

  @Test
  void whatCannotBeReadIsLeftToFlinkWhichMayLoseNothing() throws IOException {
    StreamExecutionEnvironment job = job("file:/nowhere/chk-1", uid -> true);
    UnclaimedState.refuse(job);
    assertThat(ignoresUnclaimed(job)).isFalse();
  }

  private static boolean ignoresUnclaimed(StreamExecutionEnvironment job) {
    return job.getStreamGraph().getSavepointRestoreSettings().allowNonRestoredState();
  }

  private static String saved(Kind kind) throws IOException {
    Path folder = SavedState.of(newest().state(kind));
    return folder.toUri().toString();
  }

  private static StateRelease newest() throws IOException {
    List<StateRelease> all = StateRelease.all();
    return all.get(all.size() - 1);
  }

  /** Somebody asked that state be left, and the job has operators of some uids. */
  private static StreamExecutionEnvironment job(String from, Predicate<String> runs)
      throws IOException {
    Configuration settings =
        new Configuration()
            .set(StateRecoveryOptions.SAVEPOINT_PATH, from)
            .set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
    StreamExecutionEnvironment job = StreamExecutionEnvironment.getExecutionEnvironment(settings);
    try (Stream<String> states = Files.lines(newest().states())) {
      states
          .map(state -> state.replaceFirst(": (?!.*: ).*", ""))
          .distinct()
          .filter(runs)
          .forEach(uid -> job.fromData(1).map(it -> it).uid(uid).sinkTo(new DiscardingSink<>()));
    }
    return job;
  }
}
