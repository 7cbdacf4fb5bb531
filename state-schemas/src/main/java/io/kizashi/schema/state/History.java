package io.kizashi.schema.state;

import io.kizashi.schema.Position;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A customer's retained touchpoints. Appending adds a segment and decodes nothing; many segments
 * are joined into one that shares a dictionary.
 */
public final class History {
  /** No touchpoint. */
  public static final History EMPTY =
      new History(0, 0, Time.NEVER, Position.FIRST, 0, new byte[0], List.of());

  private static final int SEGMENTS = 16;
  private static final Comparator<Touchpoint> ORDER = Comparator.comparing(Touchpoint::position);

  private final int count;
  private final int segments;
  private final long oldest;
  private final Position floor;
  private final long evicted;
  private final byte[] bytes;
  private @Nullable List<Touchpoint> decoded;

  private History(
      int count,
      int segments,
      long oldest,
      Position floor,
      long evicted,
      byte[] bytes,
      @Nullable List<Touchpoint> decoded) {
    this.count = count;
    this.segments = segments;
    this.oldest = oldest;
    this.floor = floor;
    this.evicted = evicted;
    this.bytes = bytes;
    this.decoded = decoded;
  }

  static History decode(byte[] section) {
    ByteSource in = new ByteSource(section);
    int count = in.readSize();
    int segments = in.readSize();
    long oldest = in.readSigned();
    Position floor = SectionCodecs.readPosition(in);
    long evicted = in.readVarint();
    return new History(count, segments, oldest, floor, evicted, in.readRest(), null);
  }

  byte[] encode() {
    ByteSink out = new ByteSink();
    out.writeVarint(count);
    out.writeVarint(segments);
    out.writeSigned(oldest);
    SectionCodecs.writePosition(out, floor);
    out.writeVarint(evicted);
    out.writeRaw(bytes);
    return out.toBytes();
  }

  /** How many touchpoints are retained. */
  public int count() {
    return count;
  }

  /** Time of the oldest retained touchpoint; {@link Time#NEVER} when there is none. */
  public long oldest() {
    return oldest;
  }

  /** The highest place that eviction has reached. */
  public Position floor() {
    return floor;
  }

  /** How many touchpoints were evicted so far. */
  public long evicted() {
    return evicted;
  }

  /** All retained touchpoints, in order of (time, id). */
  public List<Touchpoint> touchpoints() {
    List<Touchpoint> known = decoded;
    if (known == null) {
      List<Touchpoint> read = new ArrayList<>(count);
      ByteSource in = new ByteSource(bytes);
      for (int i = 0; i < segments; i++) {
        read.addAll(TouchpointCodec.decodeAll(in));
      }
      read.sort(ORDER);
      known = Collections.unmodifiableList(read);
      decoded = known;
    }
    return known;
  }

  /** This history and one more touchpoint. */
  public History with(Touchpoint touchpoint) {
    if (segments >= SEGMENTS) {
      List<Touchpoint> all = new ArrayList<>(touchpoints());
      all.add(touchpoint);
      return joined(all, floor, evicted);
    }
    ByteSink out = new ByteSink();
    out.writeRaw(bytes);
    out.writeRaw(TouchpointCodec.encode(touchpoint));
    return new History(
        count + 1,
        segments + 1,
        Math.min(oldest, touchpoint.time()),
        floor,
        evicted,
        out.toBytes(),
        null);
  }

  /**
   * This history without some touchpoints.
   *
   * @param gone which to evict
   * @param newFloor the highest place among them
   */
  public History without(Predicate<Touchpoint> gone, Position newFloor) {
    List<Touchpoint> kept = touchpoints().stream().filter(gone.negate()).toList();
    Position higher = newFloor.isAfter(floor) ? newFloor : floor;
    return joined(kept, higher, evicted + count - kept.size());
  }

  private static History joined(List<Touchpoint> touchpoints, Position floor, long evicted) {
    if (touchpoints.isEmpty()) {
      return new History(0, 0, Time.NEVER, floor, evicted, new byte[0], List.of());
    }
    List<Touchpoint> sorted = touchpoints.stream().sorted(ORDER).toList();
    byte[] segment = TouchpointCodec.encode(sorted);
    return new History(sorted.size(), 1, sorted.get(0).time(), floor, evicted, segment, sorted);
  }
}
