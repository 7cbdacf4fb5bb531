package io.kizashi.schema.state;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.Sha256;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The ids that one customer's touchpoints came with, as 64-bit hashes, the oldest forgotten first.
 * Two of a thousand ids collide once in 10¹³ customers, and only within one customer.
 */
public final class Seen {
  /** No id was seen. */
  public static final Seen NONE = new Seen(new byte[0]);

  private final byte[] hashes;

  private Seen(byte[] hashes) {
    this.hashes = hashes;
  }

  static Seen decode(byte[] bytes) {
    if (bytes.length % Long.BYTES != 0) {
      throw new IllegalStateException(
          "state is damaged: " + bytes.length + " bytes of seen ids are no whole number of hashes");
    }
    return new Seen(bytes);
  }

  byte[] encode() {
    return hashes;
  }

  /** Whether a touchpoint of this id was seen. */
  public boolean contains(String id) {
    long hash = Sha256.prefix(id);
    ByteBuffer buffer = ByteBuffer.wrap(hashes);
    for (int i = 0; i < hashes.length; i += Long.BYTES) {
      if (buffer.getLong(i) == hash) {
        return true;
      }
    }
    return false;
  }

  /** These ids and one more. */
  public Seen with(String id) {
    int kept = Math.min(hashes.length, (Bounds.SEEN_IDS - 1) * Long.BYTES);
    byte[] next =
        Arrays.copyOfRange(hashes, hashes.length - kept, hashes.length - kept + kept + Long.BYTES);
    ByteBuffer.wrap(next).putLong(kept, Sha256.prefix(id));
    return new Seen(next);
  }
}
