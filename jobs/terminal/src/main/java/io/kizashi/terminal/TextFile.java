package io.kizashi.terminal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that people name on the command line. */
public final class TextFile {
  private TextFile() {}

  /**
   * The text of a file.
   *
   * @throws InputFault if it is absent, no file, unreadable or not UTF-8
   */
  public static String read(Path file) {
    require(file);
    try {
      byte[] bytes = Files.readAllBytes(file);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InputFault(file + ": is not UTF-8; save it as UTF-8", e);
    } catch (IOException e) {
      throw new InputFault(file + ": can't be read (" + e.getMessage() + ")", e);
    }
  }

  /**
   * Refuses a path that no file stands behind.
   *
   * @throws InputFault if it is absent, no file or unreadable
   */
  public static void require(Path file) {
    if (!Files.exists(file)) {
      throw new InputFault(file + ": there is no such file; check the path");
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new InputFault(file + ": is not a readable file; check path and permissions");
    }
  }
}
