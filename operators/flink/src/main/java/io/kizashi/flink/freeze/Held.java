package io.kizashi.flink.freeze;

import io.kizashi.schema.Origin;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.ByteSink;
import io.kizashi.schema.state.ByteSource;
import io.kizashi.schema.state.TouchpointCodec;

/**
 * A touchpoint with what must be known to decide on it later as if it came now.
 *
 * @param origin where it was read
 * @param touchpoint the touchpoint
 * @param proven time that was proven when it came, milliseconds since the epoch
 * @param isTold whether {@code rejected} holds it
 */
public record Held(Origin origin, Touchpoint touchpoint, long proven, boolean isTold) {
  private static final int VERSION = 1;
  private static final int TOLD = 1;

  /** One that nothing was said of. */
  public static Held of(Origin origin, Touchpoint touchpoint, long proven) {
    return new Held(origin, touchpoint, proven, false);
  }

  /** The same, told. */
  public Held told() {
    return new Held(origin, touchpoint, proven, true);
  }

  byte[] encode() {
    ByteSink out = new ByteSink();
    out.writeByte(VERSION);
    out.writeByte(isTold ? TOLD : 0);
    out.writeLong(proven);
    out.writeText(origin.topic());
    out.writeVarint(origin.partition());
    out.writeVarint(origin.offset());
    out.writeBlock(TouchpointCodec.encode(touchpoint));
    return out.toBytes();
  }

  static Held decode(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int version = in.readByte();
    if (version != VERSION) {
      throw new IllegalStateException(
          "a touchpoint that waits for a thaw is of version "
              + version
              + ", which this release does not know; restore with the one that wrote it");
    }
    boolean isTold = in.readByte() == TOLD;
    long proven = in.readLong();
    Origin origin = new Origin(in.readText(), (int) in.readVarint(), in.readVarint());
    return new Held(origin, TouchpointCodec.decode(in.readBlock()), proven, isTold);
  }
}
