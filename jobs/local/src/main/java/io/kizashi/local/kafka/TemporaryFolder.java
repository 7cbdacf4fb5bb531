package io.kizashi.local.kafka;

import io.kizashi.local.folder.PrivateFolder;
import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A folder of this user alone that is gone when the work is done. A locked file beside it tells
 * that its process lives: what a killed process left is removed by the next one.
 *
 * <p>The names carry the process's number, because a process must not touch the locks of its own:
 * closing any handle of a file gives up every lock that the process holds on it.
 */
public final class TemporaryFolder implements AutoCloseable {
  private static final String PREFIX = "kizashi-";
  private static final String LOCK = ".lock";
  private static final String OWN = "-" + ProcessHandle.current().pid() + "-";

  private final Path path;
  private final Path lockFile;
  private final FileChannel lock;

  /**
   * Creates it in the system's temporary folder.
   *
   * @throws EnvironmentFault if that can't be written
   */
  public TemporaryFolder(String purpose) {
    Path all = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    try {
      sweep(all);
      this.lockFile = Files.createTempFile(all, PREFIX + purpose + OWN, LOCK);
      this.lock = FileChannel.open(lockFile, StandardOpenOption.WRITE);
      lock.lock();
      this.path = PrivateFolder.create(folderOf(lockFile));
    } catch (IOException e) {
      throw new EnvironmentFault(
          "no temporary folder could be made in "
              + all
              + " ("
              + e.getMessage()
              + "); free space there, or set another with KIZASHI_JAVA_OPTS=-Djava.io.tmpdir=…",
          e);
    }
  }

  private static Path folderOf(Path lock) {
    String name = lock.getFileName().toString();
    return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
  }

  private static void sweep(Path all) throws IOException {
    try (DirectoryStream<Path> locks = Files.newDirectoryStream(all, PREFIX + "*" + LOCK)) {
      for (Path lock : locks) {
        if (!lock.getFileName().toString().contains(OWN)) {
          sweepIfAbandoned(lock);
        }
      }
    }
  }

  private static void sweepIfAbandoned(Path lock) {
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      if (channel.tryLock() != null) {
        remove(folderOf(lock));
        Files.deleteIfExists(lock);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // It belongs to somebody else, or another thread is removing it: not ours to remove.
      return;
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Removes it with all that is in it; what another thread removes meanwhile is no matter. */
  @Override
  public void close() {
    try {
      remove(path);
      Files.deleteIfExists(lockFile);
      lock.close();
    } catch (IOException e) {
      // Nothing depends on it: the next process finds the lock free and removes what is left.
      return;
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Files.walkFileTree(folder, new Remover());
    }
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
