package io.kizashi.imports;

import io.kizashi.terminal.InputFault;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Refuses a row without end: an unclosed quote takes the rest of the file for one value. */
final class RowReader extends FilterReader {
  /** The parser reads this much ahead of the row it is at. */
  private static final int AHEAD = 1 << 16;

  private String file = "";
  private long line;
  private int read;

  RowReader(Reader in) {
    super(in);
  }

  /** A new row begins. */
  void next(String inFile, long atLine) {
    file = inFile;
    line = atLine;
    read = 0;
  }

  @Override
  public int read() throws IOException {
    int one = in.read();
    count(1);
    return one;
  }

  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    int some = in.read(chars, offset, length);
    count(Math.max(0, some));
    return some;
  }

  private void count(int more) {
    read += more;
    if (read > Limits.ROW_CHARS + AHEAD) {
      throw new InputFault(
          RecordPlace.line(file, line)
              + ": a row of more than "
              + Limits.ROW_CHARS
              + " characters; is a quote not closed?");
    }
  }
}
