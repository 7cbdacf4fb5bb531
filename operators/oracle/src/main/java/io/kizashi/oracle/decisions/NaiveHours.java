package io.kizashi.oracle.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hours of a customer's day in which messages on a channel were welcome.
 *
 * @param hours 0 to 23; empty where too little is known
 * @param zone where the customer lives
 */
record NaiveHours(Set<Integer> hours, ZoneId zone) {
  /** So many messages make an hour one of them. */
  private static final int ENOUGH = 2;

  /** From here on every hour has come once, though one day may have left it out. */
  private static final int DAYS = 3;

  /** Copies the hours. */
  NaiveHours {
    hours = Set.copyOf(hours);
  }

  /** Those that are known at a place. */
  static NaiveHours known(
      NaiveFacts world, String channel, ZoneId zone, List<TakenAction> decisions) {
    List<Integer> welcomed =
        NaiveMessage.known(world, decisions).stream()
            .filter(message -> message.channel().equals(channel))
            .flatMap(message -> message.welcomed().stream())
            .map(first -> Instant.ofEpochMilli(first).atZone(zone).getHour())
            .toList();
    return new NaiveHours(
        welcomed.stream()
            .filter(hour -> welcomed.stream().filter(hour::equals).count() >= ENOUGH)
            .collect(Collectors.toSet()),
        zone);
  }

  /** The time itself where its hour is one of them, or none is; else when the next one begins. */
  long soonest(long time) {
    return hours.isEmpty() || holds(time) ? time : next(time);
  }

  private boolean holds(long time) {
    return hours.contains(Instant.ofEpochMilli(time).atZone(zone).getHour());
  }

  private long next(long time) {
    LocalDate today = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    return today
        .datesUntil(today.plusDays(DAYS))
        .flatMap(date -> hours.stream().map(hour -> date.atTime(hour, 0)))
        .flatMap(this::begins)
        .filter(begin -> begin > time)
        .min(Long::compare)
        .orElseThrow();
  }

  /** The clock shows a full hour once, twice or never; it may go on from within one. */
  private Stream<Long> begins(LocalDateTime hour) {
    Optional<ZoneOffsetTransition> jump =
        Optional.ofNullable(zone.getRules().getTransition(hour))
            .filter(ZoneOffsetTransition::isGap);
    return jump.isPresent()
        ? Stream.of(jump.get().getInstant().toEpochMilli()).filter(this::holds)
        : zone.getRules().getValidOffsets(hour).stream()
            .map(offset -> hour.toInstant(offset).toEpochMilli());
  }
}
