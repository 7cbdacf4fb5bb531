package io.kizashi.cli.kafka;

import io.kizashi.cli.terminal.EnvironmentFault;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder that is gone when the work is done. */
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;

  /**
   * Creates it in the system's temporary folder.
   *
   * @throws EnvironmentFault if that can't be written
   */
  public TemporaryFolder(String purpose) {
    try {
      this.path = Files.createTempDirectory("kizashi-" + purpose + "-");
    } catch (IOException e) {
      throw new EnvironmentFault(
          "no temporary folder could be made in "
              + System.getProperty("java.io.tmpdir")
              + " ("
              + e.getMessage()
              + "); free space there, or set TMPDIR",
          e);
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
      Files.walkFileTree(path, new Remover());
    } catch (IOException e) {
      // Nothing depends on it: the system's own cleaning takes what is left.
      path.toFile().deleteOnExit();
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
