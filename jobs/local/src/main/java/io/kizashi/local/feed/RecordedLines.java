package io.kizashi.local.feed;

import io.kizashi.terminal.InputFault;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Lines of a file as raw bytes: a damaged record must arrive with its damage. */
final class RecordedLines implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final int longest;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int filled;
  private long line;
  private long bytes;

  /**
   * Opens a file.
   *
   * @param longest bytes of the longest line that is taken
   */
  RecordedLines(Path file, int longest) throws IOException {
    this.file = file;
    this.longest = longest;
    this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
  }

  /**
   * The next line without its line feed, or empty at the end. A last line needs no line feed.
   *
   * @throws InputFault if a line is longer than any broker is asked to take
   */
  Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream begun = new ByteArrayOutputStream(0);
    boolean any = false;
    while (position < filled || fill()) {
      any = true;
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      begun.write(buffer, position, end - position);
      boolean whole = end < filled;
      position = whole ? end + 1 : end;
      refuseBeyondLongest(begun.size());
      if (whole) {
        break;
      }
    }
    line += any ? 1 : 0;
    return any ? Optional.of(begun.toByteArray()) : Optional.empty();
  }

  private boolean fill() throws IOException {
    position = 0;
    filled = Math.max(0, in.read(buffer));
    bytes += filled;
    return filled > 0;
  }

  private void refuseBeyondLongest(int size) {
    if (size > longest) {
      throw new InputFault(
          file
              + ":"
              + (line + 1)
              + ":1: the line is longer than "
              + longest
              + " bytes, which no broker is asked to take; remove it or cut it");
    }
  }

  /** The number of lines given out so far. */
  long line() {
    return line;
  }

  /** The number of bytes read so far. */
  long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
