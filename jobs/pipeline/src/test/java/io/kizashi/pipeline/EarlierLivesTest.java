package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.pipeline.StateRelease.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierLivesTest {
  private final Path folder;
  private final PipelineConfig config;
  private final Path root;

  EarlierLivesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.config = config("");
    this.root = Files.createDirectories(StateFolder.of(config).path().orElseThrow());
  }

  @Test
  void beyondTheNewestThreeTheFoldersOfEarlierLivesGo() throws IOException {
    List<Path> lives = lives(5);

    assertThat(EarlierLives.remove(config))
        .contains("removed from " + root + ": checkpoints of earlier lives, 2");
    assertThat(lives).filteredOn(Files::exists).isEqualTo(lives.subList(2, 5));
    assertThat(lives.subList(2, 5)).allMatch(life -> damage(life).isEmpty());
    assertThat(EarlierLives.remove(config)).isEmpty();
  }

  @Test
  void aLifeThatNeverMadeACheckpointGoesToo() throws IOException {
    Path begun = Files.createDirectories(life(9).resolve("chk-1"));
    Files.setLastModifiedTime(Files.createFile(begun.resolve("half")), FileTime.fromMillis(1));
    lives(3);

    assertThat(EarlierLives.remove(config)).isPresent();
    assertThat(life(9)).doesNotExist();
  }

  @Test
  void withFewerThanThreeWholeCheckpointsNothingGoes() throws IOException {
    List<Path> lives = lives(5);
    for (Path life : lives.subList(0, 3)) {
      Files.write(SavedState.of(life).resolve("_metadata"), new byte[3]);
      dated(life, 500);
    }

    assertThat(EarlierLives.remove(config)).isEmpty();
    assertThat(lives).allMatch(Files::exists);
  }

  @Test
  void whatALaterCheckpointNeedsStays() throws IOException {
    List<Path> lives = lives(4);
    Path saved = SavedState.of(StateRelease.all().get(0).state(Kind.CHECKPOINT));
    SavedState.copy(saved, lives.get(3), lives.get(0).toUri());
    dated(lives.get(3), 4_000);

    assertThat(EarlierLives.remove(config)).isEmpty();
    assertThat(damage(lives.get(3))).isEmpty();
  }

  @Test
  void whatALaterCheckpointNeedsStaysByWhateverPathItNamesIt() throws IOException {
    List<Path> lives = lives(4);
    Path named = Files.createSymbolicLink(folder.resolve("link"), root);
    Path saved = SavedState.of(StateRelease.all().get(0).state(Kind.CHECKPOINT));
    Path first = named.resolve(root.relativize(lives.get(0)));
    SavedState.copy(saved, lives.get(3), first.toUri());
    dated(lives.get(3), 4_000);

    assertThat(EarlierLives.remove(config)).isEmpty();
    assertThat(damage(lives.get(3))).isEmpty();
  }

  @Test
  void whatIsYoungerThanTheKeptOnesStays() throws IOException {
    List<Path> lives = lives(4);
    Path written = Files.createFile(lives.get(0).resolve("shared").resolve("now"));
    Files.setLastModifiedTime(written, FileTime.fromMillis(2_000));

    assertThat(EarlierLives.remove(config)).isEmpty();
    assertThat(lives).allMatch(Files::exists);
    Files.setLastModifiedTime(written, FileTime.fromMillis(1_999));
    assertThat(EarlierLives.remove(config)).isPresent();
  }

  @Test
  void whatIsNoEnginesOfThisInstallationStays() throws IOException {
    Path neighbours = StateFolder.of(config("other-")).path().orElseThrow();
    List<Path> others =
        List.of(
            whole(root.resolve("kept-by-hand"), 1),
            whole(folder.resolve("0".repeat(32)), 1),
            whole(neighbours.resolve("0".repeat(32)), 1),
            whole(folder.resolve("elsewhere"), 1));
    Path link = Files.createSymbolicLink(life(7), folder.resolve("elsewhere"));
    lives(4);

    assertThat(EarlierLives.remove(config))
        .hasValueSatisfying(said -> assertThat(said).endsWith(" 1"));
    assertThat(others).allMatch(other -> damage(other).isEmpty());
    assertThat(link).exists();
  }

  @Test
  void whereNoEngineEverRanThereIsNothingToDo() throws IOException {
    assertThat(EarlierLives.remove(config)).isEmpty();
    Files.delete(root);
    assertThat(EarlierLives.remove(config)).isEmpty();
  }

  /** One checkpoint each, the first of one second, the next of two. */
  private List<Path> lives(int count) throws IOException {
    List<Path> lives = IntStream.rangeClosed(1, count).mapToObj(this::life).toList();
    for (int i = 0; i < count; i++) {
      whole(lives.get(i), 1_000L * (i + 1));
    }
    return lives;
  }

  private Path life(int number) {
    return root.resolve(Integer.toHexString(number).repeat(32));
  }

  private static Path whole(Path job, long written) throws IOException {
    Path saved = SavedState.of(StateRelease.all().get(0).state(Kind.CHECKPOINT));
    SavedState.copy(saved, job, Files.createDirectories(job).toUri());
    return dated(job, written);
  }

  private static Path dated(Path job, long written) throws IOException {
    try (Stream<Path> files = Files.walk(job)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.fromMillis(written));
      }
    }
    return job;
  }

  private static Optional<String> damage(Path job) {
    try {
      return SavedMetadata.damage(SavedState.of(job));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private PipelineConfig config(String prefix) {
    String text =
        """
        rulebook: rulebook.yaml
        kafka: { bootstrap: 'localhost:9092' }
        checkpoints: { folder: '%s' }
        topic-prefix: '%s'
        """
            .formatted(folder, prefix);
    return PipelineConfig.read(folder.resolve("kizashi.yaml"), text, Map.of())
        .config()
        .orElseThrow();
  }
}
