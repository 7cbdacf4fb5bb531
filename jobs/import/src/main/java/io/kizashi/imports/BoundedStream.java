package io.kizashi.imports;

import io.kizashi.terminal.InputFault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends the import where an unpacked stream goes on beyond all reason. */
final class BoundedStream extends FilterInputStream {
  private final String what;
  private final long most;
  private long read;

  BoundedStream(InputStream in, String what, long most) {
    super(in);
    this.what = what;
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int one = in.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int some = in.read(bytes, offset, length);
    count(Math.max(0, some));
    return some;
  }

  @Override
  public long skip(long length) throws IOException {
    long skipped = in.skip(length);
    count(skipped);
    return skipped;
  }

  private void count(long more) {
    read += more;
    if (read > most) {
      throw new InputFault(
          what + ": holds more than " + (most >> 20) + " MiB unpacked; import it in parts");
    }
  }
}
