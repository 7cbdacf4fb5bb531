package io.kizashi.schema.state;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.Position;
import io.kizashi.schema.ReservedProperties;
import io.kizashi.schema.ReservedTypes;
import io.kizashi.schema.Touchpoint;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What {@code profile_updated} touchpoints said, whatever the order of their arrival. Each property
 * keeps its newest values, at most {@link Bounds#PROFILE_VALUES}, so that a decision finds what was
 * known at its time. At most {@link Bounds#PROFILE_PROPERTIES}; further names are cut, unless rules
 * or the engine read them: such a name takes the place of one that nobody reads.
 *
 * @param entries by property name, the newest value first
 */
public record Profile(Map<String, List<Entry>> entries) {
  /** The type of the touchpoints that fill it. */
  public static final String TYPE = ReservedTypes.PROFILE_UPDATED;

  /**
   * Names that begin so tell of consent; no profile update states them, nor leaves them no room.
   */
  public static final String CONSENT = "consent/";

  /** Nothing is known. */
  public static final Profile EMPTY = new Profile(Map.of());

  /** Sorts by name, so that equal profiles have equal bytes. */
  public Profile {
    entries = Collections.unmodifiableMap(new TreeMap<>(entries));
  }

  /**
   * One value of a property.
   *
   * @param value what a property can hold
   * @param since the touchpoint that said so
   */
  public record Entry(Object value, Position since) {}

  /**
   * The profile after one more touchpoint.
   *
   * @param read names of properties that rules read
   */
  public Profile with(Touchpoint touchpoint, Set<String> read) {
    Profile next = this;
    for (Map.Entry<String, Object> stated : touchpoint.properties().entrySet()) {
      String name = stated.getKey();
      if (!name.startsWith(CONSENT)) {
        next = next.withRoomFor(name, read).with(name, stated.getValue(), touchpoint.position());
      }
    }
    return next;
  }

  /** Without the property that nobody reads and was stated longest ago, where there is need. */
  private Profile withRoomFor(String name, Set<String> read) {
    if (entries.containsKey(name) || !isRead(name, read) || !isFullFor(name)) {
      return this;
    }
    Map<String, List<Entry>> next = new TreeMap<>(entries);
    entries.entrySet().stream()
        .filter(it -> !it.getKey().startsWith(CONSENT) && !isRead(it.getKey(), read))
        .min(Comparator.comparing(it -> it.getValue().get(0).since()))
        .ifPresent(it -> next.remove(it.getKey()));
    return new Profile(next);
  }

  private static boolean isRead(String name, Set<String> read) {
    return read.contains(name) || ReservedProperties.contains(name);
  }

  /** How many values are known, of all properties. */
  public int size() {
    return entries.values().stream().mapToInt(List::size).sum();
  }

  /** Up to which place it is not known any more what one of some properties was. */
  public Position forgottenUntil(Set<String> names) {
    return names.isEmpty() ? Position.FIRST : forgotten(names);
  }

  private Position forgotten(Set<String> names) {
    return names.stream()
        .map(name -> entries.getOrDefault(name, List.of()))
        .filter(Profile::isFull)
        .map(known -> known.get(known.size() - 1).since())
        .max(Comparator.naturalOrder())
        .orElse(Position.FIRST);
  }

  private static boolean isFull(List<Entry> values) {
    return values.size() == Bounds.PROFILE_VALUES;
  }

  /** The profile in which a property has one more value. */
  public Profile with(String name, Object value, Position since) {
    if (!entries.containsKey(name) && isFullFor(name) && !isWithdrawal(name, value)) {
      return this;
    }
    Map<String, List<Entry>> next = new TreeMap<>(entries);
    next.put(name, newest(next.getOrDefault(name, List.of()), new Entry(value, since)));
    return new Profile(next);
  }

  private boolean isFullFor(String name) {
    boolean consent = name.startsWith(CONSENT);
    return entries.keySet().stream().filter(it -> it.startsWith(CONSENT) == consent).count()
        >= Bounds.PROFILE_PROPERTIES;
  }

  /** The names under which consent is withdrawn are few, and known. */
  private static boolean isWithdrawal(String name, Object value) {
    return name.startsWith(CONSENT) && value.equals(false);
  }

  private static List<Entry> newest(List<Entry> known, Entry more) {
    return Stream.concat(known.stream(), Stream.of(more))
        .sorted(Comparator.comparing(Entry::since).reversed())
        .limit(Bounds.PROFILE_VALUES)
        .toList();
  }

  /** A property that is text, as it was at a place. */
  public Optional<String> text(String name, Position at) {
    return value(name, at).filter(String.class::isInstance).map(String.class::cast);
  }

  /**
   * A property as it was at a place: what was said later is not known there. Of a time before all
   * values that are kept, the oldest one stands.
   */
  public Optional<Object> value(String name, Position at) {
    return entry(name, at).map(Entry::value);
  }

  /** A property as it was at a place, and since when. */
  public Optional<Entry> entry(String name, Position at) {
    return entries(name, at).findFirst();
  }

  /** What a property was up to a place, the newest first. */
  public Stream<Entry> entries(String name, Position at) {
    List<Entry> known = entries.getOrDefault(name, List.of());
    List<Entry> then = known.stream().filter(entry -> !entry.since().isAfter(at)).toList();
    return then.isEmpty() && isFull(known) ? Stream.of(known.get(known.size() - 1)) : then.stream();
  }
}
