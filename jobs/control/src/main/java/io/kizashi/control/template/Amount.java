package io.kizashi.control.template;

import io.kizashi.language.read.TestClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What stands for a value in a rulebook, or what is reckoned from values. */
sealed interface Amount {
  /** As a rulebook writes it. */
  String text();

  /** A number. */
  record Count(BigDecimal number) implements Amount {
    static Count of(String text) {
      return new Count(new BigDecimal(text));
    }

    @Override
    public String text() {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
  }

  /** A length of time, of whole milliseconds. */
  record Span(Duration length) implements Amount {
    @Override
    public String text() {
      return WrittenSpan.text(length);
    }
  }

  /** A date. */
  record Day(LocalDate date) implements Amount {
    @Override
    public String text() {
      return date.toString();
    }
  }

  /** A time in a test: without its date where that is the one of bare times. */
  record Clock(LocalDateTime time) implements Amount {
    @Override
    public String text() {
      return time.toLocalDate().equals(TestClock.DAY)
          ? time.toLocalTime().toString()
          : time.toString();
    }
  }

  /** Business days, which stand for nothing but a later time. */
  record Workdays(int count) implements Amount {
    @Override
    public String text() {
      return count + "bd";
    }
  }

  /** A text, which stands in single quotes. */
  record Words(String words) implements Amount {
    @Override
    public String text() {
      return words.replace("'", "''");
    }
  }
}
