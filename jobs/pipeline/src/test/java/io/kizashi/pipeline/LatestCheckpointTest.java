package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.pipeline.StateRelease.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatestCheckpointTest {
  private final Path folder;

  LatestCheckpointTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theNewestCompleteCheckpointOfAnyJobIsFound() throws IOException {
    complete("job-a", "chk-9", 1_000);
    Path newest = complete("job-b", "chk-2", 2_000);
    Files.createDirectories(folder.resolve("job-b/chk-3"));
    Files.createDirectories(folder.resolve("job-b/shared"));

    assertThat(LatestCheckpoint.below(folder.toUri().toString()))
        .hasValue(newest.toUri().toString());
  }

  @Test
  void ofTwoWrittenAtTheSameTimeTheHigherNumberIsNewer() throws IOException {
    complete("job", "chk-9", 1_000);
    Path newest = complete("job", "chk-10", 1_000);

    assertThat(LatestCheckpoint.below(folder.toUri().toString()))
        .hasValue(newest.toUri().toString());
  }

  @Test
  void whereNoJobEverRanThereIsNone() {
    assertThat(LatestCheckpoint.below(folder.resolve("none").toUri().toString())).isEmpty();
    assertThat(LatestCheckpoint.below(folder.toUri().toString())).isEmpty();
    assertThat(LatestCheckpoint.below("s3://bucket/checkpoints")).isEmpty();
  }

  @Test
  void anInstallationSeesNothingOfAnother() throws IOException {
    whole(job("mine-", "job"), 1_000);
    whole(job("other-", "job"), 2_000);

    assertThat(LatestCheckpoint.of(config("mine-")))
        .hasValueSatisfying(
            found -> {
              assertThat(found.path()).startsWith("file://" + job("mine-", "job"));
              assertThat(found.mayBeTakenOver()).isTrue();
              assertThat(found.passedOver()).isEmpty();
            });
    assertThat(LatestCheckpoint.of(config("third-"))).isEmpty();
  }

  @Test
  void aCheckpointWithDamagedMetadataIsPassedOver() throws IOException {
    Path before = whole(job("", "before"), 1_000);
    Path newest = whole(job("", "newest"), 2_000);
    cut(newest.resolve("_metadata"));
    Files.setLastModifiedTime(newest.resolve("_metadata"), FileTime.fromMillis(2_000));

    assertThat(LatestCheckpoint.of(config("")))
        .hasValueSatisfying(
            found -> {
              assertThat(found.path()).startsWith("file://" + before);
              assertThat(found.passedOver())
                  .containsExactly(newest + ": its metadata are cut short");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared", "chk-\\d+"})
  void aCheckpointOfWhichAnyFileIsMissingOrCutShortIsPassedOver(String where) throws IOException {
    Path before = whole(job("", "before"), 1_000);
    Path newest = whole(job("", "newest"), 2_000);
    for (Path file : state(job("", "newest"), where)) {
      byte[] bytes = Files.readAllBytes(file);
      cut(file);
      assertPassedOver(newest + ": " + file + " is too short", before);
      Files.delete(file);
      assertPassedOver(newest + ": " + file + " is missing", before);
      Files.write(file, bytes);
      assertThat(LatestCheckpoint.of(config("")).orElseThrow().passedOver()).isEmpty();
    }
  }

  @Test
  void whereAllAreDamagedNothingIsBegunAnew() throws IOException {
    Path only = whole(job("", "only"), 1_000);
    cut(only.resolve("_metadata"));

    assertThatThrownBy(() -> LatestCheckpoint.of(config("")))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageStartingWith("no checkpoint in " + StateFolder.of(config("")).uri())
        .hasMessageEndingWith("or move that folder away to begin anew");
  }

  private void assertPassedOver(String what, Path before) {
    assertThat(LatestCheckpoint.of(config("")))
        .hasValueSatisfying(
            found -> {
              assertThat(found.path()).startsWith("file://" + before);
              assertThat(found.passedOver()).containsExactly(what);
            });
  }

  private static void cut(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
  }

  private static List<Path> state(Path job, String where) throws IOException {
    try (Stream<Path> files = Files.walk(job)) {
      List<Path> all =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.endsWith("_metadata"))
              .filter(file -> job.relativize(file).getName(0).toString().matches(where))
              .toList();
      assertThat(all).isNotEmpty();
      return all;
    }
  }

  private Path job(String prefix, String job) {
    return StateFolder.of(config(prefix)).path().orElseThrow().resolve(job);
  }

  /** A checkpoint that an engine wrote. */
  private static Path whole(Path job, long written) throws IOException {
    Path saved = SavedState.of(StateRelease.all().get(0).state(Kind.CHECKPOINT));
    SavedState.copy(saved, job, Files.createDirectories(job).toUri());
    Path checkpoint = SavedState.of(job);
    Files.setLastModifiedTime(checkpoint.resolve("_metadata"), FileTime.fromMillis(written));
    return checkpoint;
  }

  @Test
  void whatAnEarlierBuildLeftIsGoneOnFromByWhomeverReadsItsTopicsAndStays() throws IOException {
    whole(folder.resolve("c0ffee"), 1_000);

    assertThat(LatestCheckpoint.of(config("")))
        .hasValueSatisfying(
            found -> {
              assertThat(found.path()).contains("/c0ffee/chk-");
              assertThat(found.mayBeTakenOver()).isFalse();
            });
    assertThat(LatestCheckpoint.of(config("other-"))).isEmpty();
    assertThat(LatestCheckpoint.of(config("s"))).isEmpty();
  }

  @Test
  void aFolderIsFoundByFlinkWhateverItIsCalled() throws IOException {
    Path strange = folder.resolve("状態 1%");
    complete(strange.resolve("job"), "chk-1", 1_000);

    assertThat(LatestCheckpoint.below(strange.toUri().toString()))
        .hasValue("file://" + strange + "/job/chk-1/");
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

  private Path complete(String job, String checkpoint, long written) throws IOException {
    return complete(folder.resolve(job), checkpoint, written);
  }

  private static Path complete(Path job, String checkpoint, long written) throws IOException {
    Path path = Files.createDirectories(job.resolve(checkpoint));
    Path metadata = Files.createFile(path.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(written));
    return path;
  }
}
