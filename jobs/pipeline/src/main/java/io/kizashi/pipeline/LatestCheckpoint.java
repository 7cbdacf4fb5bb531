package io.kizashi.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds where a job that was killed can go on. */
public final class LatestCheckpoint {
  /** Written last and under its final name: while it is missing the rest is useless. */
  private static final String METADATA = "_metadata";

  private static final String CHECKPOINT = "chk-";

  private LatestCheckpoint() {}

  /**
   * The newest complete checkpoint below a folder, over all jobs that used it, for {@code
   * execution.state-recovery.path}; empty where there is none, or the folder is not local.
   *
   * @param folder a {@code file:} URI
   * @throws EnvironmentFailure if the folder can't be read
   */
  public static Optional<String> below(String folder) {
    if (!folder.startsWith("file:")) {
      return Optional.empty();
    }
    return folders(Path.of(URI.create(folder))).stream()
        .flatMap(job -> folders(job).stream())
        .filter(LatestCheckpoint::isComplete)
        .max(
            Comparator.comparing(LatestCheckpoint::written)
                .thenComparingLong(LatestCheckpoint::number))
        .map(checkpoint -> checkpoint.toUri().toString());
  }

  private static List<Path> folders(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.toList();
    } catch (NoSuchFileException e) {
      return List.of(); // a job that still runs was just cleaning up
    } catch (IOException | UncheckedIOException e) {
      throw new EnvironmentFailure(
          "the checkpoints in " + path + " can't be read; check the folder's permissions", e);
    }
  }

  private static boolean isComplete(Path folder) {
    return name(folder).matches(CHECKPOINT + "\\d{1,18}")
        && Files.isRegularFile(folder.resolve(METADATA));
  }

  private static FileTime written(Path folder) {
    try {
      return Files.getLastModifiedTime(folder.resolve(METADATA));
    } catch (IOException e) {
      return FileTime.fromMillis(0); // it was just cleaned up: the least likely choice
    }
  }

  private static long number(Path folder) {
    return Long.parseLong(name(folder).substring(CHECKPOINT.length()));
  }

  private static String name(Path folder) {
    Path last = folder.getFileName();
    return last == null ? "" : last.toString();
  }
}
