package io.kizashi.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts a stream of bytes at line feeds, and knows no characters. */
public final class LineReader implements Closeable {
  /** A line beyond this is no record but another kind of file. */
  public static final int MAX_BYTES = 64 * 1024 * 1024;

  private static final int BUFFER = 64 * 1024;

  private final String file;
  private final InputStream in;
  private final int most;
  private final byte[] buffer = new byte[BUFFER];
  private int start;
  private int end;
  private long number;

  /**
   * Reads a stream, and closes it.
   *
   * @param file its name in errors
   * @param most bytes of the longest line that is taken
   */
  public LineReader(String file, InputStream in, int most) {
    this.file = file;
    this.in = in;
    this.most = most;
  }

  /** The number, from 1, of the line that was read last. */
  public long number() {
    return number;
  }

  /**
   * The next line without its line feed; empty at the end. A last line needs no line feed.
   *
   * @throws IOException if a line is too long, naming file and line
   */
  public Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    boolean any = false;
    while (start < end || fill()) {
      any = true;
      int feed = start;
      while (feed < end && buffer[feed] != '\n') {
        feed++;
      }
      append(line, feed);
      if (feed < end) {
        start = feed + 1;
        return line(line);
      }
      start = end;
    }
    return any ? line(line) : Optional.empty();
  }

  private Optional<byte[]> line(ByteArrayOutputStream line) {
    number++;
    return Optional.of(line.toByteArray());
  }

  private void append(ByteArrayOutputStream line, int to) throws IOException {
    if (line.size() + (to - start) > most) {
      throw new IOException(
          file
              + ":"
              + (number + 1)
              + ": the line is longer than "
              + most
              + " bytes;"
              + " events are one JSON object a line");
    }
    line.write(buffer, start, to - start);
  }

  private boolean fill() throws IOException {
    int read = in.read(buffer, 0, BUFFER);
    start = 0;
    end = Math.max(read, 0);
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
