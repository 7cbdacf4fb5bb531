package io.kizashi.schema.state;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.Sha256;
import java.nio.ByteBuffer;
import java.util.Optional;

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
    return contains(Sha256.prefix(id));
  }

  private boolean contains(long hash) {
    ByteBuffer buffer = ByteBuffer.wrap(hashes);
    for (int i = 0; i < hashes.length; i += Long.BYTES) {
      if (buffer.getLong(i) == hash) {
        return true;
      }
    }
    return false;
  }

  /** Whether ids may have been forgotten. */
  public boolean isFull() {
    return hashes.length >= Bounds.SEEN_IDS * Long.BYTES;
  }

  /** These ids and one more; empty if it was seen before. */
  public Optional<Seen> with(String id) {
    long hash = Sha256.prefix(id);
    if (contains(hash)) {
      return Optional.empty();
    }
    int kept = Math.min(hashes.length, (Bounds.SEEN_IDS - 1) * Long.BYTES);
    byte[] next = new byte[kept + Long.BYTES];
    System.arraycopy(hashes, hashes.length - kept, next, 0, kept);
    ByteBuffer.wrap(next).putLong(kept, hash);
    return Optional.of(new Seen(next));
  }
}
