package io.kizashi.flink;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding.Flaw;
import io.kizashi.schema.Decoding.Rejected;
import io.kizashi.schema.Origin;
import io.kizashi.schema.RejectCode;
import io.kizashi.schema.Rejection;
import io.kizashi.schema.Sha256;
import java.util.Arrays;
import java.util.Base64;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Builds what subscribers of {@code rejected} see. */
final class Rejections {
  private Rejections() {}

  /** What the decoder says of a record. */
  static OutputRecord of(RawRecord raw, Rejected rejected) {
    return OutputRecord.of(
        of(rejected.code(), rejected.where(), raw.origin(), raw.value()), raw.timestamp());
  }

  /** What is cut of a record that counts. */
  static StreamRecord<OutputRecord> of(RawRecord raw, Flaw flaw) {
    OutputRecord record = OutputRecord.of(of(flaw, raw.origin(), raw.value()), raw.timestamp());
    return new StreamRecord<>(record, raw.timestamp());
  }

  /** What does not fit of a record that counts. */
  static Rejection of(Flaw flaw, Origin origin, byte[] bytes) {
    return of(flaw.code(), flaw.part(), origin, bytes, true);
  }

  static Rejection of(RejectCode code, String where, Origin origin, byte[] bytes) {
    return of(code, where, origin, bytes, false);
  }

  private static Rejection of(
      RejectCode code, String where, Origin origin, byte[] bytes, boolean folded) {
    byte[] head =
        bytes.length <= Bounds.REJECTED_BYTES ? bytes : Arrays.copyOf(bytes, Bounds.REJECTED_BYTES);
    return new Rejection(
        code,
        where,
        origin,
        bytes.length,
        Sha256.hex(bytes),
        Base64.getEncoder().encodeToString(head),
        folded);
  }
}
