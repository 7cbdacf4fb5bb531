package io.kizashi.core.rules;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.Reads;
import io.kizashi.core.expression.Unread;
import io.kizashi.core.expression.Value;
import io.kizashi.core.time.BusinessCalendar;
import io.kizashi.core.time.TimeValue;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Touchpoint;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** When an absence is long enough. */
public sealed interface Deadline {
  /**
   * What a deadline is counted from.
   *
   * @param time when the step before ended, milliseconds
   * @param bindings what was captured, seen from there
   * @param last the touchpoint that was taken last
   * @param turn which of the days is meant that it names by a date which comes every year, 0 for
   *     the next one
   */
  record Start(long time, Bindings bindings, Touchpoint last, int turn) {}

  /** Milliseconds since the epoch; empty where the data names no deadline that lies ahead. */
  OptionalLong from(Start start, Misses misses);

  /** Milliseconds that it lies ahead at most. */
  long longest();

  /** Milliseconds that it lasts at most where it is a length of time; 0 where it is a date. */
  default long duration() {
    return 0;
  }

  /** The place of what names its date; empty where it is a length of time. */
  default String place() {
    return "";
  }

  /** What its expression reads, where it has one. */
  default Reads reads() {
    return Reads.NOTHING;
  }

  /**
   * A length of time.
   *
   * @param span milliseconds
   */
  record After(long span) implements Deadline {
    @Override
    public OptionalLong from(Start start, Misses misses) {
      return OptionalLong.of(Times.plus(start.time(), span));
    }

    @Override
    public long longest() {
      return span;
    }

    @Override
    public long duration() {
      return span;
    }
  }

  /**
   * The same time of day some business days on.
   *
   * @param days how many
   * @param longest milliseconds that they last at most
   */
  record BusinessDays(int days, BusinessCalendar calendar, long longest) implements Deadline {
    @Override
    public OptionalLong from(Start start, Misses misses) {
      return OptionalLong.of(calendar.plus(start.time(), days));
    }

    @Override
    public long duration() {
      return longest;
    }
  }

  /**
   * A time that a touchpoint names; a date lasts to the end of its day.
   *
   * @param grace milliseconds after it
   */
  record Until(Value value, long grace, ZoneId zone) implements Deadline {
    @Override
    public OptionalLong from(Start start, Misses misses) {
      Misses.Asked outer = misses.enter(place(), Optional.of(start.last()));
      OptionalLong deadline =
          value
              .of(start.bindings(), misses)
              .map(named -> ahead(start, TimeValue.end(named, zone), grace, misses))
              .orElse(OptionalLong.empty());
      misses.leave(outer);
      return deadline;
    }

    @Override
    public Reads reads() {
      return value.reads();
    }

    @Override
    public String place() {
      return value.place();
    }

    @Override
    public long longest() {
      return FARTHEST;
    }
  }

  /**
   * Some time before a date that the profile names: before its first instant.
   *
   * @param property of the profile
   * @param before milliseconds
   * @param comes how often
   */
  record Before(String property, long before, Comes comes, ZoneId zone) implements Deadline {
    /** How often a date comes. */
    public enum Comes {
      /** Once. */
      ONCE,
      /** On its day of every year from its own on. */
      EVERY_YEAR
    }

    /** A day on which it comes, and its first instant, milliseconds. */
    public record Day(LocalDate date, long time) {}

    /** Whether it comes every year. */
    public boolean isYearly() {
      return comes == Comes.EVERY_YEAR;
    }

    /**
     * What stands for a date that comes every year in a timeline, once for each of its days: the
     * type that the first step looks for. No touchpoint's type holds a slash.
     */
    public String type() {
      return "every_year/" + property + "/" + before;
    }

    /** The dates that a touchpoint names and that lie ahead of it, the next first. */
    public List<Day> days(Touchpoint told) {
      return date(told)
          .map(date -> date.ahead(Times.plus(told.time(), before), FARTHEST))
          .orElse(List.of());
    }

    /** Whether a touchpoint names the same day again as the one whose deadline has passed. */
    public boolean isDue(Touchpoint told, long deadline) {
      return isYearly()
          && date(told).filter(date -> date.falls(Times.plus(deadline, before))).isPresent();
    }

    private Optional<YearlyDate> date(Touchpoint told) {
      return Optional.ofNullable(told.properties().get(property))
          .flatMap(named -> YearlyDate.read(named, zone));
    }

    @Override
    public OptionalLong from(Start start, Misses misses) {
      Misses.Asked outer = misses.enter(place(), Optional.of(start.last()));
      OptionalLong deadline = ahead(start, named(start), -before, misses);
      misses.leave(outer);
      return deadline;
    }

    private OptionalLong named(Start start) {
      return isYearly()
          ? days(start.last()).stream().skip(start.turn()).mapToLong(Day::time).findFirst()
          : Optional.ofNullable(start.last().properties().get(property))
              .map(named -> TimeValue.read(named, zone))
              .orElse(OptionalLong.empty());
    }

    @Override
    public String place() {
      return "customer." + property;
    }

    @Override
    public long longest() {
      return FARTHEST;
    }
  }

  /** Milliseconds that data may set a deadline ahead. */
  long FARTHEST = Bounds.DEADLINE_DAYS * 86_400_000L;

  private static OptionalLong ahead(Start start, OptionalLong named, long more, Misses misses) {
    if (named.isPresent()) {
      long deadline = named.getAsLong() + more;
      if (deadline > start.time() && deadline - start.time() <= FARTHEST) {
        return OptionalLong.of(deadline);
      }
    }
    misses.add(Unread.Why.NO_DATE);
    return OptionalLong.empty();
  }
}
