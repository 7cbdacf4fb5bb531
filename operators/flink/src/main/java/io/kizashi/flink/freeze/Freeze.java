package io.kizashi.flink.freeze;

import io.kizashi.schema.state.ByteSink;
import io.kizashi.schema.state.ByteSource;

/**
 * That a customer is frozen, as state holds it.
 *
 * @param build what failed, as {@link Build} tells it
 * @param order the place of the last thaw that was known then: only a later one is meant
 * @param isWhole whether all is kept that came since; without some of it a customer may seem silent
 *     who is not, so there is no way back
 * @param defect what failed
 */
record Freeze(String build, long order, boolean isWhole, Defect defect) {
  private static final int VERSION = 1;
  private static final int WHOLE = 1;

  Freeze torn() {
    return new Freeze(build, order, false, defect);
  }

  byte[] encode() {
    ByteSink out = new ByteSink();
    out.writeByte(VERSION);
    out.writeText(build);
    out.writeLong(order);
    out.writeByte(isWhole ? WHOLE : 0);
    out.writeText(defect.text());
    return out.toBytes();
  }

  static Freeze decode(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int version = in.readByte();
    if (version != VERSION) {
      throw new IllegalStateException(
          "the mark of a frozen customer is of version "
              + version
              + ", which this release does not know; restore with the one that wrote it");
    }
    return new Freeze(
        in.readText(), in.readLong(), in.readByte() == WHOLE, new Defect(in.readText()));
  }
}
