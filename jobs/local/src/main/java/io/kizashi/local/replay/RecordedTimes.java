package io.kizashi.local.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kizashi.pipeline.LineReader;
import io.kizashi.schema.Rfc3339;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The times of a recording's lines, as they follow each other. Eight bytes a line are kept.
 *
 * @param all milliseconds since the epoch; {@link #NONE} for a line that tells no time
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a list would take five times as much
record RecordedTimes(long[] all) {
  /** A line tells no time. */
  static final long NONE = Long.MIN_VALUE;

  private static final JsonFactory JSON = new JsonFactory();
  private static final String TIME = "time";

  /** Of a hundred lines, one at most may be set aside: more are no slip of a clock. */
  private static final int SHARE = 100;

  /** Lines that may be set aside: each that is tried goes through all. */
  private static final int MOST = 1_000;

  /**
   * Reads them.
   *
   * @throws IOException if the file can't be read, or is none of lines
   */
  static RecordedTimes of(Path events) throws IOException {
    LongStream.Builder times = LongStream.builder();
    String name = events.getFileName().toString();
    try (LineReader lines =
        new LineReader(name, Files.newInputStream(events), LineReader.MAX_BYTES)) {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        times.add(time(line.get()));
      }
    }
    return new RecordedTimes(times.build().toArray());
  }

  private static long time(byte[] line) {
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return NONE;
      }
      for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        if (field.equals(TIME)) {
          return switch (value) {
            case VALUE_STRING -> Rfc3339.parse(json.getText()).orElse(NONE);
            case VALUE_NUMBER_INT -> json.getLongValue();
            default -> NONE; // no time: the engine rejects it
          };
        }
        json.skipChildren();
      }
      return NONE;
    } catch (IOException e) { // the engine rejects it, and says why
      return NONE;
    }
  }

  /**
   * The latest time that is believed where a few lines lie so far beyond all others that these,
   * which follow, would count as too late; absent where nothing does.
   *
   * @param retention milliseconds for which the rulebook remembers
   */
  OptionalLong believed(long retention) {
    long[] sorted = Arrays.stream(all).filter(time -> time != NONE).sorted().toArray();
    int most = Math.min(MOST, Math.max(1, sorted.length / SHARE));
    OptionalLong believed = OptionalLong.empty();
    for (int beyond = 1; beyond <= most && beyond < sorted.length; beyond++) {
      long last = sorted[sorted.length - beyond - 1];
      if (sorted[sorted.length - beyond] - last > retention && areFollowed(last)) {
        believed = OptionalLong.of(last);
      }
    }
    return believed;
  }

  /** Whether a line up to a time comes behind one that is beyond it. */
  private boolean areFollowed(long last) {
    boolean isBeyond = false;
    for (long time : all) {
      if (isBeyond && time != NONE && time <= last) {
        return true;
      }
      isBeyond |= time > last;
    }
    return false;
  }

  /**
   * How far out of order they are.
   *
   * @param play in which order they are played
   * @param disorder milliseconds that the rulebook waits for what comes late
   * @param latest later ones count for nothing
   */
  InputOrder order(Replay.Play play, long disorder, long latest) {
    long newest = NONE;
    long late = 0;
    long furthest = 0;
    long beyond = 0;
    long lines = 0;
    for (long time : all) {
      if (time > latest) {
        beyond++;
      } else if (time != NONE) {
        lines++;
        newest = Math.max(newest, time);
        furthest = Math.max(furthest, newest - time);
        late += newest - time > disorder ? 1 : 0;
      }
    }
    return new InputOrder(play, lines, late, furthest, disorder, beyond, latest);
  }
}
