package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.Yaml;
import io.kizashi.schema.ActionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A random cap. It counts by one of three things, or all of it.
 *
 * @param staff whether it counts tasks for staff, instead of messages to the customer
 * @param kinds the kinds that it counts; empty where it counts otherwise
 * @param per {@code day}, {@code month} or a span in milliseconds
 */
record RandomCap(
    boolean staff,
    int most,
    String per,
    List<ActionKind> kinds,
    Optional<String> channel,
    Optional<String> action) {
  /** Copies the kinds. */
  RandomCap {
    kinds = List.copyOf(kinds);
  }

  /** Whether it counts an action on a channel. */
  boolean counts(RandomAction anAction, String aChannel) {
    boolean all = kinds.isEmpty() && channel.isEmpty() && action.isEmpty();
    boolean said =
        kinds.contains(anAction.kind())
            || channel.filter(aChannel::equals).isPresent()
            || action.filter(anAction.name()::equals).isPresent();
    return anAction.staff() == staff && (all || said);
  }

  /** Whether a span that holds a time holds more of some times, that one included, than it may. */
  boolean exceeds(List<Long> times, long time, ZoneId zone) {
    return times.stream()
        .filter(first -> first <= time && shares(first, time, zone))
        .anyMatch(first -> from(first, times, zone) > most);
  }

  /** How many lie in the span that begins with the first. */
  private long from(long first, List<Long> times, ZoneId zone) {
    return times.stream().filter(t -> t >= first && shares(first, t, zone)).count();
  }

  /** Whether its span may lie anywhere. */
  boolean slides() {
    return !per.equals("day") && !per.equals("month");
  }

  /** Whether one span holds two times. */
  private boolean shares(long first, long second, ZoneId zone) {
    LocalDate one = Instant.ofEpochMilli(first).atZone(zone).toLocalDate();
    LocalDate other = Instant.ofEpochMilli(second).atZone(zone).toLocalDate();
    return switch (per) {
      case "day" -> one.equals(other);
      case "month" -> YearMonth.from(one).equals(YearMonth.from(other));
      default -> Math.abs(first - second) < Long.parseLong(per);
    };
  }

  private String ofKinds() {
    return kinds.isEmpty()
        ? ""
        : ", kinds: " + Yaml.list(kinds.stream().map(ActionKind::wire).toList());
  }

  /** The same with another limit. */
  RandomCap most(int other) {
    return new RandomCap(staff, other, per, kinds, channel, action);
  }

  String yaml() {
    String span = slides() ? Yaml.span(Long.parseLong(per)) : per;
    String what =
        channel
            .map(name -> ", channel: " + name)
            .or(() -> action.map(name -> ", action: " + name))
            .orElseGet(this::ofKinds);
    String to = staff ? ", to: staff" : "";
    return "    - { limit: " + most + ", per: " + span + to + what + " }\n";
  }
}
