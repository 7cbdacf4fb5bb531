package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.pipeline.StateRelease.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The state of every release, restored by this one at several parallelisms: what it goes on to say
 * is, byte for byte, what an engine said that was not interrupted. {@code state/README.md} tells
 * the story.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class StateOfReleasesTest {
  private static final int MOST_TASKS = 3;

  /** The rulebook that was heard of and not adopted yet. */
  private static final long WAITING = 4;

  /** The version that was taken by a rulebook that does not compile. */
  private static final long REFUSED = 9;

  private final Path temporary;
  private final Broker broker;
  private final StateEngine flink;

  StateOfReleasesTest(@TempDir Path temporary) throws Exception {
    this.temporary = temporary;
    this.broker = new Broker(temporary.resolve("broker"));
    this.flink = new StateEngine(MOST_TASKS, temporary.resolve("flink"));
  }

  @AfterAll
  void stop() {
    flink.close();
    broker.close();
  }

  static Stream<Arguments> states() throws IOException {
    return StateRelease.all().stream()
        .flatMap(release -> Stream.of(Kind.values()).map(kind -> List.of(release, kind)))
        .flatMap(
            state ->
                Stream.of(1, 2, 3).map(tasks -> Arguments.of(state.get(0), state.get(1), tasks)));
  }

  @ParameterizedTest(name = "{0}: {1} at parallelism {2}")
  @MethodSource("states")
  void whatARestoredEngineSaysIsWhatAnUninterruptedOneSays(
      StateRelease release, Kind kind, int tasks) throws Exception {
    String group = release + "-" + kind + "-" + tasks;
    Path state = Files.createDirectory(temporary.resolve(group));
    SavedState.copy(SavedState.of(release.state(kind)), state, state.toUri());
    try (StateStage stage = new StateStage(release.story(), broker)) {
      stage.send(release.story().before());
      stage.send(release.story().barrier());
      stage.tell(WrittenRecord.read(release.loop()));
      stage.mark();
      try (StateEngine.Running engine = restore(release, group, tasks, SavedState.of(state))) {
        stage.awaitWords(WAITING, tasks);
        stage.play(release.story().after(), tasks, engine);
      }
      assertThat(stage.words(WAITING)).hasSize(tasks).allMatch(it -> it.contains("\"adopted\""));
      assertThat(stage.words(REFUSED)).hasSize(tasks).allMatch(it -> it.contains("\"conflict\""));
      for (String output : StateStage.OUTPUTS) {
        assertThat(stage.lines(output).stream().map(WrittenRecord::line))
            .as(output)
            .isEqualTo(Files.readAllLines(release.after(output)));
      }
    }
  }

  private StateEngine.Running restore(StateRelease release, String group, int tasks, Path state)
      throws Exception {
    Path checkpoints = temporary.resolve("checkpoints-" + group);
    return flink.start(
        broker, group, tasks, checkpoints, release.story().submitted(), Optional.of(state));
  }
}
