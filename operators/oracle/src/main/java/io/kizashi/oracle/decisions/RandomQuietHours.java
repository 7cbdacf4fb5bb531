package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.Yaml;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Random quiet hours, from a time of day to another one, which may lie behind midnight. */
record RandomQuietHours(LocalTime from, LocalTime to, List<String> channels, boolean hold) {
  private static final long DAY = 86_400_000L;

  /** Copies the channels. */
  RandomQuietHours {
    channels = List.copyOf(channels);
  }

  /** Random ones. */
  static RandomQuietHours drawn(Draws draws) {
    List<String> hours =
        draws.any(
            List.of(
                List.of("21:00", "08:00"),
                List.of("22:30", "02:30"),
                List.of("02:15", "03:45"),
                List.of("00:00", "02:00"),
                List.of("12:00", "13:00")));
    return new RandomQuietHours(
        LocalTime.parse(hours.get(0)),
        LocalTime.parse(hours.get(1)),
        draws.some(RandomPolicyRulebook.CHANNELS),
        draws.random().nextInt(3) != 0);
  }

  /** Whether some clock shows a time that lies in them, if ever none does; else the first one. */
  boolean covers(long time, List<ZoneId> zones) {
    return open(time, zones).map(open -> open > time).orElse(covers(time, zones.get(0)));
  }

  /** When no clock shows such a time any more; where one always does, when the first does not. */
  long end(long time, List<ZoneId> zones) {
    return open(time, zones).orElseGet(() -> end(time, zones.get(0)));
  }

  /** They can only end where they end on some clock. */
  private Optional<Long> open(long time, List<ZoneId> zones) {
    Stream<Long> ends =
        zones.stream()
            .flatMap(
                zone ->
                    Stream.iterate(
                        end(time, zone), it -> it <= time + 2 * DAY, it -> end(it, zone)));
    return Stream.concat(Stream.of(time), ends)
        .filter(it -> zones.stream().noneMatch(zone -> covers(it, zone)))
        .min(Long::compare);
  }

  /** Whether a clock shows a time that lies in them. */
  private boolean covers(long time, ZoneId zone) {
    LocalTime local = Instant.ofEpochMilli(time).atZone(zone).toLocalTime();
    return from.isBefore(to)
        ? !local.isBefore(from) && local.isBefore(to)
        : !local.isBefore(from) || local.isBefore(to);
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
  private static Stream<Instant> ends(java.time.LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition jump = zone.getRules().getTransition(local);
    return jump != null && jump.isGap()
        ? Stream.of(jump.getInstant())
        : zone.getRules().getValidOffsets(local).stream().map(local::toInstant);
  }

  /** Milliseconds from their beginning to their end, on a day without a change of clocks. */
  long length() {
    long length = java.time.Duration.between(from, to).toMillis();
    return length > 0 ? length : length + DAY;
  }

  /** The same, on channels of which one is used for customers; empty where none is. */
  Optional<RandomQuietHours> used(List<RandomAction> actions) {
    List<String> all =
        actions.stream().filter(it -> !it.staff()).flatMap(it -> it.channels().stream()).toList();
    if (all.stream().anyMatch(channels::contains)) {
      return Optional.of(this);
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new RandomQuietHours(from, to, List.of(all.get(0)), hold));
  }

  /** An action that does not expire in them. */
  RandomAction outlived(RandomAction action) {
    long expires = action.timing().expires();
    return expires > length() ? action : action.expires(expires + length());
  }

  String yaml() {
    return "  quiet-hours: { from: '%s', to: '%s', channels: %s, then: %s }\n"
        .formatted(from, to, Yaml.list(channels), hold ? "hold" : "drop");
  }
}
