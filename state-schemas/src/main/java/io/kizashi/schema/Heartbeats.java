package io.kizashi.schema;

import io.kizashi.schema.Decoding.Heartbeat.Meaning;
import java.nio.charset.StandardCharsets;

/** What tells a heartbeat from a touchpoint. */
final class Heartbeats {
  static final String TYPE = "heartbeat";

  /** A heartbeat holds a type, a time and a source; more bytes are no heartbeat to anybody. */
  static final int MAX_BYTES = 512;

  private static final byte[] MARK = ("\"" + TYPE + "\"").getBytes(StandardCharsets.US_ASCII);

  private Heartbeats() {}

  /**
   * Whether a record can be one. All that decodes as a heartbeat passes this: what did not would
   * prove time in one place and none in another.
   */
  static boolean mayBe(byte[] bytes) {
    return bytes.length <= MAX_BYTES && mentionedIn(bytes);
  }

  static byte[] encode(long time, String source, Meaning meaning) {
    return Json.object(
        out -> {
          TouchpointJson.text(out, "type", TYPE);
          TouchpointJson.text(out, "time", Rfc3339.format(time));
          TouchpointJson.text(out, SourceField.NAME, source);
          TouchpointJson.text(out, "text", meaning.wire());
        });
  }

  /** What a heartbeat is rejected for that does not look like one. */
  static Decoding.Rejected unlike(byte[] bytes) {
    return bytes.length > MAX_BYTES
        ? new Decoding.Rejected(RejectCode.TOO_LARGE, "byte " + MAX_BYTES)
        : new Decoding.Rejected(RejectCode.BAD_VALUE, "/type"); // spelled with escapes
  }

  private static boolean mentionedIn(byte[] bytes) {
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
