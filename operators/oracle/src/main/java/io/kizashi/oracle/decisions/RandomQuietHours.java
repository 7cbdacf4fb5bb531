package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.Yaml;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Random quiet hours, from a time of day to another one, which may lie behind midnight.
 *
 * @param from the same as their end where they last the whole day
 * @param days those on which they begin; none for every day
 * @param holidays dates that count as such days too
 */
record RandomQuietHours(
    LocalTime from,
    LocalTime to,
    List<String> days,
    List<LocalDate> holidays,
    List<String> channels,
    boolean hold) {
  private static final long DAY = 86_400_000L;

  /** Copies the lists. */
  RandomQuietHours {
    days = List.copyOf(days);
    holidays = List.copyOf(holidays);
    channels = List.copyOf(channels);
  }

  // ---- when it is quiet ----

  /** Whether some clock shows a time that lies in some, if ever none does; else the first one. */
  static boolean cover(List<RandomQuietHours> all, long time, List<ZoneId> zones) {
    return open(all, time, zones)
        .map(open -> open > time)
        .orElseGet(() -> cover(all, time, zones.get(0)));
  }

  /** When no clock shows such a time any more; where one always does, when the first does not. */
  static long end(List<RandomQuietHours> all, long time, List<ZoneId> zones) {
    return open(all, time, zones)
        .or(() -> open(all, time, zones.subList(0, 1)))
        .orElseThrow(() -> new IllegalStateException("it is never over"));
  }

  /** They can only end where some end on some clock. */
  private static Optional<Long> open(List<RandomQuietHours> all, long time, List<ZoneId> zones) {
    boolean daily = all.stream().allMatch(it -> it.days.isEmpty() && it.holidays.isEmpty());
    long most = time + (daily ? 2 : 31) * DAY;
    Stream<Long> ends =
        all.stream()
            .flatMap(
                hours ->
                    zones.stream()
                        .flatMap(
                            zone ->
                                Stream.iterate(
                                    hours.end(time, zone),
                                    it -> it <= most,
                                    it -> hours.end(it, zone))));
    return Stream.concat(Stream.of(time), ends)
        .sorted()
        .filter(it -> zones.stream().noneMatch(zone -> cover(all, it, zone)))
        .findFirst();
  }

  private static boolean cover(List<RandomQuietHours> all, long time, ZoneId zone) {
    return all.stream().anyMatch(hours -> hours.covers(time, zone));
  }

  /** Whether a clock shows a time that lies in them. */
  private boolean covers(long time, ZoneId zone) {
    LocalDateTime local = Instant.ofEpochMilli(time).atZone(zone).toLocalDateTime();
    LocalDate today = local.toLocalDate();
    // They began today or yesterday, if they did.
    return Stream.of(today, today.minusDays(1))
        .filter(this::isOn)
        .anyMatch(
            date -> {
              LocalDateTime begin = date.atTime(from);
              LocalDateTime end = from.isBefore(to) ? date.atTime(to) : date.plusDays(1).atTime(to);
              return !local.isBefore(begin) && local.isBefore(end);
            });
  }

  private boolean isOn(LocalDate date) {
    String day = date.getDayOfWeek().name().substring(0, 3).toLowerCase(Locale.ROOT);
    boolean always = days.isEmpty() && holidays.isEmpty();
    return always || days.contains(day) || holidays.contains(date);
  }

  /** When a clock next shows their end, or jumps over it. */
  private long end(long time, ZoneId zone) {
    ZonedDateTime now = Instant.ofEpochMilli(time).atZone(zone);
    return Stream.of(now.toLocalDate(), now.toLocalDate().plusDays(1))
        .flatMap(date -> ends(date.atTime(to), zone))
        .map(Instant::toEpochMilli)
        .filter(end -> end > time)
        .min(Long::compare)
        .orElseThrow();
  }

  /** The clock shows a time once, twice or never. */
  private static Stream<Instant> ends(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition jump = zone.getRules().getTransition(local);
    return jump != null && jump.isGap()
        ? Stream.of(jump.getInstant())
        : zone.getRules().getValidOffsets(local).stream().map(local::toInstant);
  }

  /** Milliseconds that are longer than any of them last, each and together. */
  static long length(List<RandomQuietHours> all) {
    return all.size() > 1 ? 8 * DAY : all.stream().mapToLong(RandomQuietHours::length).sum();
  }

  /** Milliseconds from their beginning to their end, on a day without a change of clocks. */
  private long length() {
    long length = java.time.Duration.between(from, to).toMillis();
    return length > 0 ? length : length + DAY;
  }

  // ---- as a part of a rulebook ----

  /** The same, on channels of which one is used for customers; empty where none is. */
  Optional<RandomQuietHours> used(List<RandomAction> actions) {
    List<String> all =
        actions.stream().filter(it -> !it.staff()).flatMap(it -> it.channels().stream()).toList();
    if (all.stream().anyMatch(channels::contains)) {
      return Optional.of(this);
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new RandomQuietHours(from, to, days, holidays, List.of(all.get(0)), hold));
  }

  /** An action that does not expire in some. */
  static RandomAction outlived(List<RandomQuietHours> all, RandomAction action) {
    long expires = action.timing().expires();
    boolean held = all.stream().anyMatch(RandomQuietHours::hold);
    return !held || expires > length(all) ? action : action.expires(expires + length(all));
  }

  String yaml() {
    List<String> named = new ArrayList<>(days);
    if (!holidays.isEmpty()) {
      named.add("holidays");
    }
    String on = named.isEmpty() ? "" : "days: " + Yaml.list(named) + ", ";
    String hours = from.equals(to) ? "" : "from: '%s', to: '%s', ".formatted(from, to);
    return "{ %s%schannels: %s, then: %s }"
        .formatted(on, hours, Yaml.list(channels), hold ? "hold" : "drop");
  }
}
