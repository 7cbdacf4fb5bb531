package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.pipeline.StateRelease.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes what {@link StateOfReleasesTest} restores for ever: the state of a new release, and what
 * an engine says that is not interrupted. Put the release's {@code story} into its folder first,
 * then {@code mvn test -Plong -pl jobs/pipeline -am -Dtest=NewReleaseTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Drelease=0.2.0}.
 */
@Tag("long")
@Timeout(600)
@EnabledIfSystemProperty(named = "release", matches = ".+")
class NewReleaseTest {
  private static final int TASKS = 2;

  /** The rulebook that is still being compiled when the state is saved. */
  private static final long WAITING = 4;

  /** It stays in the tree. */
  private static final long MOST_BYTES = 1024 * 1024;

  /** Where no machine keeps anything: a test says where the files lie when it restores. */
  private static final URI NOWHERE = URI.create("file:/checkpoints/");

  private final Path temporary;
  private final StateRelease release =
      new StateRelease(StateRelease.ALL.resolve(System.getProperty("release", "")));

  NewReleaseTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @Test
  void theStateOfANewReleaseIsWritten() throws Exception {
    try (Broker broker = new Broker(temporary.resolve("broker"));
        StateEngine flink = new StateEngine(TASKS, temporary.resolve("flink"))) {
      uninterrupted(broker, flink);
      save(broker, flink, Kind.SAVEPOINT);
      save(broker, flink, Kind.CHECKPOINT);
    }
    Path savepoint = SavedState.of(release.state(Kind.SAVEPOINT));
    Files.write(release.states(), SavedState.at(savepoint).states());
    try (Stream<Path> files = Files.walk(release.folder())) {
      assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(MOST_BYTES);
    }
  }

  private void uninterrupted(Broker broker, StateEngine flink) throws Exception {
    StateStory story = release.story();
    try (StateStage stage = new StateStage(story, broker);
        StateEngine.Running engine = start(broker, flink, "golden")) {
      stage.play(story.before(), TASKS, engine);
      write(release.loop(), stage.lines(Topics.LOOP));
      stage.mark();
      stage.send(story.barrier());
      stage.awaitWords(WAITING, TASKS);
      stage.play(story.after(), TASKS, engine);
      for (String output : StateStage.OUTPUTS) {
        write(release.after(output), stage.lines(output));
      }
    }
  }

  private void save(Broker broker, StateEngine flink, Kind kind) throws Exception {
    StateStory story = release.story();
    Path folder = temporary.resolve("savepoints");
    String group = kind.toString();
    try (StateStage stage = new StateStage(story, broker);
        StateEngine.Running engine = start(broker, flink, group)) {
      stage.play(story.before(), TASKS, engine);
      stage.send(story.barrier());
      Path saved =
          switch (kind) {
            case SAVEPOINT -> engine.savepoint(folder);
            case CHECKPOINT -> engine.checkpoint();
          };
      assertThat(SavedState.at(saved).memories())
          .as("kinds of memories; if 2 is missing, let rules-4.yaml take longer to compile")
          .containsExactly(1, 2, 3, 4, 5, 6);
      remove(release.state(kind));
      SavedState.copy(saved, release.state(kind), NOWHERE);
    }
  }

  private StateEngine.Running start(Broker broker, StateEngine flink, String group)
      throws Exception {
    Path checkpoints = temporary.resolve("checkpoints-" + group);
    StateStory story = release.story();
    return flink.start(broker, group, TASKS, checkpoints, story.submitted(), Optional.empty());
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void write(Path file, List<WrittenRecord> lines) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, lines.stream().map(WrittenRecord::line).toList());
  }
}
