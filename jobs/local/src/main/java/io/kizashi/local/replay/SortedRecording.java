package io.kizashi.local.replay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A recording's lines in the order of their times, each behind its number and a tab. Lines of one
 * time stay in their order; one that tells no time goes with the line before it.
 */
final class SortedRecording {
  private static final int BUFFER = 64 * 1024;

  private final long[] times;

  /** Where each line begins, and one more for the end. */
  private final long[] starts;

  private SortedRecording(long[] times, long[] starts) {
    this.times = times;
    this.starts = starts;
  }

  /** Writes the lines of a file, whose times these are, to another. */
  static void write(Path events, RecordedTimes times, Path target) throws IOException {
    long[] carried = times.all().clone();
    for (int i = 1; i < carried.length; i++) {
      carried[i] = carried[i] == RecordedTimes.NONE ? carried[i - 1] : carried[i];
    }
    try (FileChannel from = FileChannel.open(events);
        OutputStream to = new BufferedOutputStream(Files.newOutputStream(target), BUFFER)) {
      new SortedRecording(carried, starts(events, carried.length)).write(from, to);
    }
  }

  private static long[] starts(Path events, int lines) throws IOException {
    long[] starts = new long[lines + 1];
    int line = 1;
    long at = 0;
    byte[] buffer = new byte[BUFFER];
    try (var in = Files.newInputStream(events)) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          at++;
          if (buffer[i] == '\n' && line <= lines) {
            starts[line++] = at;
          }
        }
      }
    }
    starts[lines] = at;
    return starts;
  }

  private void write(FileChannel from, OutputStream to) throws IOException {
    Stream<Integer> lines = IntStream.range(0, times.length).boxed();
    Comparator<Integer> byTime = Comparator.comparingLong(line -> times[line]);
    for (int line : (Iterable<Integer>) lines.sorted(byTime)::iterator) {
      to.write(((line + 1) + "\t").getBytes(StandardCharsets.US_ASCII));
      to.write(read(from, line));
    }
  }

  /** A line with the line feed behind it, which the last one may lack. */
  private byte[] read(FileChannel from, int line) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) (starts[line + 1] - starts[line]) + 1);
    bytes.limit(bytes.capacity() - 1);
    while (bytes.hasRemaining()) {
      if (from.read(bytes, starts[line] + bytes.position()) < 0) {
        throw new IOException("the recording became shorter while it was sorted");
      }
    }
    int length = bytes.limit();
    boolean isEnded = length > 0 && bytes.get(length - 1) == '\n';
    byte[] all = bytes.array();
    all[length] = '\n';
    return isEnded ? Arrays.copyOf(all, length) : all;
  }
}
