package io.kizashi.cli.acceptance;

import io.kizashi.schema.RejectCode;
import java.nio.charset.StandardCharsets;

/** Ten ways in which nobody can read who, what or when, and what the engine is to call each. */
enum DamagedLines {
  BAD_UTF8(RejectCode.BAD_UTF8),
  CUT(RejectCode.BAD_JSON),
  ONE_MEGABYTE(RejectCode.TOO_LARGE),
  DEPTH_5000(RejectCode.TOO_DEEP),
  WRONG_TYPES(RejectCode.WRONG_TYPE),
  NOT_A_NUMBER(RejectCode.NOT_FINITE),
  EMPTY(RejectCode.EMPTY),
  YEAR_10000(RejectCode.BAD_TIME),
  EPOCH_0(RejectCode.BAD_TIME),
  FAR_FUTURE(RejectCode.IN_THE_FUTURE);

  private static final int DEPTH = 5_000;
  private static final int MEGABYTE = 1 << 20;

  private final RejectCode code;

  DamagedLines(RejectCode code) {
    this.code = code;
  }

  RejectCode code() {
    return code;
  }

  /**
   * A damaged record of a customer; no two are alike, the empty ones apart.
   *
   * @param time of an undamaged touchpoint that it could have been, RFC 3339
   */
  byte[] record(int number, String customer, String time) {
    String head = "{\"id\":\"d-" + number + "\",\"type\":\"order_placed\",\"customer\":";
    String whole = head + "\"" + customer + "\",\"time\":\"" + time + "\"";
    String timeless = head + "\"" + customer + "\",\"time\":";
    return switch (this) {
      case BAD_UTF8 -> broken(whole + ",\"text\":\"?\"}");
      case CUT -> utf8(whole.substring(0, whole.length() - 3));
      case ONE_MEGABYTE -> utf8(whole + ",\"text\":\"" + "x".repeat(MEGABYTE) + "\"}");
      case DEPTH_5000 -> utf8(whole + ",\"x\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "}");
      case WRONG_TYPES -> utf8(head + number + ",\"time\":\"" + time + "\"}");
      case NOT_A_NUMBER -> utf8(timeless + "NaN}");
      case EMPTY -> new byte[0];
      case YEAR_10000 -> utf8(timeless + "\"10000-01-01T00:00:00Z\"}");
      case EPOCH_0 -> utf8(timeless + "0}");
      case FAR_FUTURE -> utf8(timeless + "\"2099-01-01T00:00:00Z\"}");
    };
  }

  private static byte[] broken(String text) {
    byte[] bytes = utf8(text);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '?' ? (byte) 0xc3 : bytes[i];
    }
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
