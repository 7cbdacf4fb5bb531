package io.kizashi.pipeline;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What earlier lives of an engine left in its folder of state. Each start is a job of its own in
 * Flink, with a folder of its own, and takes over one checkpoint of the life before; nothing else
 * would ever remove the others.
 */
public final class EarlierLives {
  /** As Flink calls a job's folder: whatever else lies there is not an engine's. */
  private static final Pattern JOB = Pattern.compile("[0-9a-f]{32}");

  private EarlierLives() {}

  /**
   * Removes the folders of jobs that the newest three whole checkpoints do without: none of these
   * lies in such a folder or needs a file of it, and nothing in it is younger than they are. With
   * fewer than three whole ones nothing is removed.
   *
   * <p>For whoever keeps other engines from the folder, and has not started its own job yet.
   *
   * @return what was done, for people; empty if nothing was to do, or the folder is not local
   */
  public static Optional<String> remove(PipelineConfig config) {
    StateFolder folder = StateFolder.of(config);
    return folder.path().filter(Files::isDirectory).flatMap(root -> remove(root, folder));
  }

  private static Optional<String> remove(Path root, StateFolder folder) {
    List<Path> kept =
        LatestCheckpoint.newestFirst(folder.uri())
            .filter(checkpoint -> SavedMetadata.damage(checkpoint).isEmpty())
            .limit(Environments.KEPT)
            .toList();
    if (kept.size() < Environments.KEPT) {
      return Optional.empty();
    }
    List<Path> removed = new ArrayList<>();
    try {
      // A folder may have been named by another path when a checkpoint in it was written.
      for (Path job : unneeded(root.toRealPath(), kept)) {
        remove(job);
        removed.add(job);
      }
    } catch (IOException e) {
      return Optional.of(
          "checkpoints of earlier lives in " + root + " can't be removed (" + e + "); they stay");
    }
    return removed.isEmpty()
        ? Optional.empty()
        : Optional.of("removed from " + root + ": checkpoints of earlier lives, " + removed.size());
  }

  private static List<Path> unneeded(Path root, List<Path> kept) throws IOException {
    Set<Path> needed = new HashSet<>();
    FileTime oldest = LatestCheckpoint.written(kept.get(kept.size() - 1));
    for (Path checkpoint : kept) {
      needed.add(job(root, checkpoint.toRealPath()));
      for (Path file : SavedMetadata.of(StateFolder.forFlink(checkpoint)).files().toList()) {
        Path real = file.toRealPath();
        if (real.startsWith(root)) {
          needed.add(job(root, real));
        }
      }
    }
    List<Path> unneeded = new ArrayList<>();
    try (Stream<Path> jobs = Files.list(root)) {
      for (Path job : jobs.sorted().toList()) {
        if (JOB.matcher(String.valueOf(job.getFileName())).matches()
            && Files.isDirectory(job, LinkOption.NOFOLLOW_LINKS)
            && !needed.contains(job)
            && newest(job).compareTo(oldest) < 0) {
          unneeded.add(job);
        }
      }
    }
    return unneeded;
  }

  private static Path job(Path root, Path below) {
    return root.resolve(root.relativize(below).getName(0));
  }

  /** Of all its files. */
  private static FileTime newest(Path job) throws IOException {
    List<FileTime> times = new ArrayList<>(List.of(FileTime.fromMillis(0)));
    Files.walkFileTree(
        job,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            times.add(attributes.lastModifiedTime());
            return FileVisitResult.CONTINUE;
          }
        });
    return times.stream().max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Links are removed, and what they lead to stays. */
  private static void remove(Path job) throws IOException {
    try (Stream<Path> below = Files.walk(job)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
