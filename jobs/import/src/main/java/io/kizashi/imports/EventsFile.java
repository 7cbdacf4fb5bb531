package io.kizashi.imports;

import io.kizashi.terminal.EnvironmentFault;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The output. It appears whole or not at all: it is written beside its place and then moved. */
final class EventsFile implements AutoCloseable {
  private final Path file;
  private final Path part;

  /**
   * Makes sure, before hours of reading, that the file can be written.
   *
   * @throws EnvironmentFault if it can't
   */
  EventsFile(Path file) {
    this.file = file;
    Path absolute = file.toAbsolutePath();
    boolean device = Files.exists(file) && !Files.isRegularFile(file);
    this.part = device ? file : absolute.resolveSibling(absolute.getFileName() + ".part");
    if (Files.isDirectory(file)) {
      throw new EnvironmentFault(file + ": is a folder; name a file in it");
    }
    try (OutputStream out = Files.newOutputStream(part)) {
      out.flush();
    } catch (IOException e) {
      throw fault(e);
    }
  }

  void write(Events events) {
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
        events.write(out);
      }
      if (!part.equals(file)) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private EnvironmentFault fault(IOException e) {
    return new EnvironmentFault(
        file + ": can't be written (" + e + "); check folder, permissions and free space", e);
  }

  /** Removes what was not finished. */
  @Override
  public void close() {
    try {
      if (!part.equals(file)) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw fault(e);
    }
  }
}
