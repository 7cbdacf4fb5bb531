package io.kizashi.control.template;

import io.kizashi.control.template.Amount.Clock;
import io.kizashi.control.template.Amount.Count;
import io.kizashi.control.template.Amount.Day;
import io.kizashi.control.template.Amount.Span;
import io.kizashi.control.template.Amount.Workdays;
import io.kizashi.language.read.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in <code>${…}</code>: values, numbers, durations, dates and times, added, taken away
 * and, before that, multiplied by numbers. {@code 10:00+days*1d-1m} is a minute before so many days
 * later.
 */
final class Reckoning {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<work>\\d{1,3})bd|(?<clock>(?:\\d{4}-\\d\\d-\\d\\dT)?\\d\\d:\\d\\d(?::\\d\\d)?)|(?<day>\\d{4}-\\d\\d-\\d\\d)"
              + "|(?<span>"
              + WrittenSpan.FORM
              + ")|(?<count>\\d+)|(?<name>[a-z][a-z_]*)");

  private final Map<String, Amount> values;
  private final DaysOff off;
  private final String text;
  private final Matcher token;
  private int at;

  private Reckoning(String text, Map<String, Amount> values, DaysOff off) {
    this.off = off;
    this.text = text;
    this.values = values;
    this.token = TOKEN.matcher(text);
  }

  /**
   * What comes of it.
   *
   * @throws IllegalArgumentException if it can't be reckoned: the template is wrong
   */
  static Amount of(String text, Map<String, Amount> values, DaysOff off) {
    Reckoning reckoning = new Reckoning(text, values, off);
    Amount sum = reckoning.product();
    while (reckoning.at < text.length()) {
      boolean more = reckoning.takes('+');
      if (!more && !reckoning.takes('-')) {
        throw reckoning.wrong();
      }
      Amount next = reckoning.product();
      sum = reckoning.added(sum, more ? next : reckoning.multiplied(next, -1));
    }
    return sum;
  }

  private Amount product() {
    Amount product = atom();
    while (takes('*')) {
      Amount by = atom();
      product =
          product instanceof Count count
              ? multiplied(by, whole(count))
              : multiplied(product, whole(by));
    }
    return product;
  }

  private boolean takes(char sign) {
    boolean there = at < text.length() && text.charAt(at) == sign;
    at += there ? 1 : 0;
    return there;
  }

  private Amount atom() {
    if (!token.region(at, text.length()).lookingAt()) {
      throw wrong();
    }
    at = token.end();
    String found = token.group();
    if (token.group("clock") != null) {
      return new Clock(
          found.contains("T")
              ? LocalDateTime.parse(found)
              : TestClock.DAY.atTime(LocalTime.parse(found)));
    } else if (token.group("day") != null) {
      return new Day(LocalDate.parse(found));
    } else if (token.group("span") != null) {
      return new Span(WrittenSpan.read(found).orElseThrow(this::wrong));
    } else if (token.group("work") != null) {
      return new Workdays(Integer.parseInt(token.group("work")));
    } else if (token.group("count") != null) {
      return Count.of(found);
    }
    return Optional.ofNullable(values.get(found)).orElseThrow(this::wrong);
  }

  private Amount added(Amount a, Amount b) {
    if (a instanceof Count x && b instanceof Count y) {
      return new Count(x.number().add(y.number()));
    } else if (a instanceof Clock x && b instanceof Workdays y) {
      return new Clock(off.after(x.time(), y.count()));
    } else if (b instanceof Span y) {
      Duration length = y.length();
      if (a instanceof Span x) {
        return new Span(x.length().plus(length));
      } else if (a instanceof Clock x) {
        return new Clock(x.time().plus(length));
      } else if (a instanceof Day x && length.equals(Duration.ofDays(length.toDays()))) {
        return new Day(x.date().plusDays(length.toDays()));
      }
    }
    throw wrong();
  }

  private Amount multiplied(Amount amount, int by) {
    if (amount instanceof Count count) {
      return new Count(count.number().multiply(Count.of(Integer.toString(by)).number()));
    } else if (amount instanceof Span span) {
      return new Span(span.length().multipliedBy(by));
    } else if (amount instanceof Workdays days && by > 0) {
      return new Workdays(days.count() * by);
    }
    throw wrong();
  }

  private int whole(Amount amount) {
    if (amount instanceof Count count) {
      return count.number().intValueExact();
    }
    throw wrong();
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException("can't be reckoned: ${" + text + "}");
  }
}
