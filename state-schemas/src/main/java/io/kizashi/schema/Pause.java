package io.kizashi.schema;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recommendations of some sort are to stop, or may go on.
 *
 * @param target which
 * @param paused whether they stop
 * @param by who said so; may be empty
 * @param why what for; may be empty
 * @param offset its place on the topic {@code controls}, where the last word on a target counts;
 *     {@link #UNPLACED} where it was not read there
 */
public record Pause(Target target, boolean paused, String by, String why, long offset)
    implements Control {
  /** Not read from the topic. */
  public static final long UNPLACED = 0;

  /** Not read from the topic. */
  public Pause(Target target, boolean paused, String by, String why) {
    this(target, paused, by, why, UNPLACED);
  }

  /**
   * What a pause is about. An empty part stands for all; at least one is not empty.
   *
   * @param kind the wire name of an {@link ActionKind}
   * @param channel where it would be done
   * @param region of the customer
   */
  public record Target(String kind, String channel, String region) {
    /**
     * Refuses a target that stands for everything by mistake.
     *
     * @throws IllegalArgumentException if all parts are empty
     */
    public Target {
      if (kind.isEmpty() && channel.isEmpty() && region.isEmpty()) {
        throw new IllegalArgumentException("a pause names a kind, a channel or a region");
      }
    }

    /** Whether an action is meant. */
    public boolean covers(ActionKind otherKind, String otherChannel, String otherRegion) {
      return (kind.isEmpty() || kind.equals(otherKind.wire()))
          && (channel.isEmpty() || channel.equals(otherChannel))
          && (region.isEmpty() || region.equals(otherRegion));
    }

    /** The key of its record, as {@code kind=sell,channel=line}. */
    public String key() {
      return Stream.of(part("kind", kind), part("channel", channel), part("region", region))
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining(","));
    }

    private static String part(String name, String value) {
      return value.isEmpty() ? "" : name + "=" + value;
    }
  }

  @Override
  public Kind kind() {
    return Kind.PAUSE;
  }

  @Override
  public <T> T map(
      Function<Publication, T> publication,
      Function<Pause, T> pause,
      Function<Thaw, T> thaw,
      Function<Inquiry, T> inquiry) {
    return pause.apply(this);
  }
}
