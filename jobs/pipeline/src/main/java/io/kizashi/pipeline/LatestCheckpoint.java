package io.kizashi.pipeline;

import io.kizashi.pipeline.LastState.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
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
   * Where the engine with these settings goes on: at the newest whole checkpoint of its
   * installation, else at the newest whole one that an earlier build left in {@code
   * checkpoints.folder} itself and that read this installation's touchpoints. Empty where there is
   * none, or the folder is not local.
   *
   * @throws EnvironmentFailure if a folder can't be read, or all checkpoints of the installation
   *     are damaged: to begin anew would say everything again
   */
  public static Optional<LastState> of(PipelineConfig config) {
    String folder = StateFolder.of(config).uri();
    return newestWhole(folder, newestFirst(folder).toList(), Owner.THIS_INSTALLATION)
        .or(() -> ofEarlierBuild(config));
  }

  private static Optional<LastState> ofEarlierBuild(PipelineConfig config) {
    String folder = config.checkpoints().folder();
    String topic = config.topic(Topics.TOUCHPOINTS);
    List<Path> mine = newestFirst(folder).filter(found -> reads(found, topic)).toList();
    return newestWhole(folder, mine, Owner.UNKNOWN);
  }

  private static Optional<LastState> newestWhole(String folder, List<Path> all, Owner owner) {
    List<String> damaged = new ArrayList<>();
    for (Path checkpoint : all) {
      Optional<String> damage = SavedMetadata.damage(checkpoint);
      if (damage.isEmpty()) {
        return Optional.of(new LastState(StateFolder.forFlink(checkpoint), owner, damaged));
      }
      damaged.add(checkpoint + ": " + damage.orElseThrow());
    }
    if (!damaged.isEmpty()) {
      throw new EnvironmentFailure(
          "no checkpoint in "
              + folder
              + " is whole ("
              + String.join("; ", damaged)
              + "); bring one back from a backup, or move that folder away to begin anew");
    }
    return Optional.empty();
  }

  private static boolean reads(Path checkpoint, String topic) {
    try {
      return SavedMetadata.of(StateFolder.forFlink(checkpoint)).reads(topic);
    } catch (IOException e) {
      return false; // its own engine would not get on with it, either
    }
  }

  /**
   * The newest complete checkpoint below a folder, over all jobs that used it, for {@code
   * execution.state-recovery.path}; empty where there is none, or the folder is not local.
   *
   * @param folder a {@code file:} URI
   * @throws EnvironmentFailure if the folder can't be read
   */
  public static Optional<String> below(String folder) {
    return newestFirst(folder).findFirst().map(StateFolder::forFlink);
  }

  /** The complete ones below a folder, whole or not, over all jobs that used it. */
  static Stream<Path> newestFirst(String folder) {
    if (!folder.startsWith("file:")) {
      return Stream.empty();
    }
    return folders(Path.of(URI.create(folder))).stream()
        .flatMap(job -> folders(job).stream())
        .filter(LatestCheckpoint::isComplete)
        .sorted(
            Comparator.comparing(LatestCheckpoint::written)
                .thenComparingLong(LatestCheckpoint::number)
                .reversed());
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

  static FileTime written(Path folder) {
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
