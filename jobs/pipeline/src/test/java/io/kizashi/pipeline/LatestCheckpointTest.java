package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private Path complete(String job, String checkpoint, long written) throws IOException {
    Path path = Files.createDirectories(folder.resolve(job).resolve(checkpoint));
    Path metadata = Files.createFile(path.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(written));
    return path;
  }
}
