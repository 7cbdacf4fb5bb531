package io.kizashi.schema;

import java.nio.charset.StandardCharsets;

/** What tells a heartbeat from a touchpoint. */
final class Heartbeats {
  static final String TYPE = "heartbeat";

  /** The {@code text} of a stream's last one. */
  static final String END = "end";

  /** A heartbeat holds a type and a time; more bytes are something else. */
  static final int MAX_BYTES = 512;

  private static final byte[] MARK = ("\"" + TYPE + "\"").getBytes(StandardCharsets.US_ASCII);

  private Heartbeats() {}

  static boolean mentionedIn(byte[] bytes) {
    for (int start = 0; start + MARK.length <= bytes.length; start++) {
      int i = 0;
      while (i < MARK.length && bytes[start + i] == MARK[i]) {
        i++;
      }
      if (i == MARK.length) {
        return true;
      }
    }
    return false;
  }
}
