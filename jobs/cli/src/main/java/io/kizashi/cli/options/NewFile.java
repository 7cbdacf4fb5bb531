package io.kizashi.cli.options;

import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.terminal.InputFault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes what authors go on with by hand. */
public final class NewFile {
  private NewFile() {}

  /**
   * Writes a text to a file that is not there yet: what an author has changed is never written
   * over.
   *
   * @throws InputFault if the file is there
   * @throws EnvironmentFault if it can't be written
   */
  public static void write(String text, Path file) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new InputFault(file + " is there already: name another file, or move it away", e);
    } catch (IOException e) {
      throw new EnvironmentFault(file + " can't be written: " + e.getMessage(), e);
    }
  }
}
