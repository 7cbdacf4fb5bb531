package io.kizashi.language.read;

import io.kizashi.core.rules.QuietHours;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * For how long quiet hours leave a channel closed, where no clock is changed.
 *
 * <p>Costs a look at all of them for each day of a fortnight and around each holiday, and for each
 * of their ends from there to the next hour that is open.
 *
 * @param all those of the channel
 */
record QuietSpans(List<QuietHours> all) {
  /** Days within which an hour must be open: what is sent later has expired. */
  private static final int MOST = 31;

  private static final LocalDate MONDAY = LocalDate.of(2000, 1, 3);
  private static final int FORTNIGHT = 14;

  /** Those on a channel. */
  static QuietSpans on(String channel, List<QuietHours> all) {
    return new QuietSpans(
        all.stream().filter(hours -> hours.channels().contains(channel)).toList());
  }

  /** Milliseconds that the longest lasts; empty where one lasts more than a month. */
  OptionalLong longest() {
    long longest = 0;
    for (LocalDate date : dates()) {
      for (QuietHours hours : all) {
        LocalDateTime from = date.atTime(hours.from());
        Optional<LocalDateTime> end = open(from);
        if (end.isEmpty()) {
          return OptionalLong.empty();
        }
        longest = Math.max(longest, Duration.between(from, end.get()).toMillis());
      }
    }
    return OptionalLong.of(longest);
  }

  /** Holidays, a week before each, in which what runs into it begins, and a plain fortnight. */
  private Set<LocalDate> dates() {
    Set<LocalDate> dates = new HashSet<>();
    Stream<LocalDate> holidays = all.stream().flatMap(hours -> hours.days().dates().stream());
    Stream.concat(holidays, Stream.of(MONDAY.plusDays(FORTNIGHT)))
        .forEach(date -> date.minusDays(7).datesUntil(date.plusDays(1)).forEach(dates::add));
    return dates;
  }

  private Optional<LocalDateTime> open(LocalDateTime from) {
    LocalDateTime now = from;
    while (now.isBefore(from.plusDays(MOST))) {
      LocalDateTime at = now;
      Optional<QuietHours> covering = all.stream().filter(hours -> hours.cover(at)).findFirst();
      if (covering.isEmpty()) {
        return Optional.of(now);
      }
      LocalDateTime end = now.toLocalDate().atTime(covering.get().to());
      now = end.isAfter(now) ? end : end.plusDays(1);
    }
    return Optional.empty();
  }
}
