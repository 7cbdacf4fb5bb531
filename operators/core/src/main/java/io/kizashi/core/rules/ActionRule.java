package io.kizashi.core.rules;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.recipient.Recipient;
import io.kizashi.schema.ActionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Something that can be done for a customer.
 *
 * @param name unique in its rulebook
 * @param kind what it does for the customer
 * @param recipient who gets it
 * @param advertising whether it needs consent where advertising does
 * @param answers the moments that it answers, by rule name
 * @param when what must hold
 * @param channels where it can be done, the preferred first
 * @param active the days on which it is decided and sent
 * @param after milliseconds from the detection before which it is not sent
 * @param responsive whether it waits for an hour in which the customer likes to be written to
 * @param expires milliseconds from sendAt after which it must not be sent any more
 * @param worth what it is worth
 * @param content what it says, to some customers before to everybody else
 * @param briefing whether staff are told what was tried, said and felt
 * @param campaign what it counts to in reports; empty where none is named
 * @param trial for whom it is in force, and whether in earnest
 */
public record ActionRule(
    String name,
    ActionKind kind,
    Recipient recipient,
    boolean advertising,
    List<String> answers,
    Condition when,
    List<String> channels,
    DateRange active,
    long after,
    boolean responsive,
    long expires,
    Worth worth,
    List<Words> content,
    boolean briefing,
    String campaign,
    Trial trial) {
  /** Copies the lists. */
  public ActionRule {
    answers = List.copyOf(answers);
    channels = List.copyOf(channels);
    content = List.copyOf(content);
  }

  /** Whether the customer gets it. */
  public boolean isForCustomer() {
    return recipient == Recipient.CUSTOMER;
  }

  /** What its words say of what is known of the customer, as expressions name it. */
  Stream<String> said() {
    return content.stream().flatMap(Words::said);
  }

  /** What must hold for some of its words. */
  Stream<Condition> addressed() {
    return content.stream().map(Words::when);
  }

  /**
   * What it says to a customer on a channel; empty where it has no words there.
   *
   * @param customer the customer's key, which decides on variants
   * @param holds whether a condition holds for the customer
   */
  public Optional<Words> words(String customer, String channel, Predicate<Condition> holds) {
    return Words.pick(content, name, customer, channel, holds);
  }

  /**
   * Days of a calendar, the first and the last of them whole.
   *
   * @param first empty where it has always begun
   * @param last empty where it never ends
   * @param zone in which days begin
   */
  public record DateRange(Optional<LocalDate> first, Optional<LocalDate> last, ZoneId zone) {
    /** All days. */
    public static final DateRange ALWAYS =
        new DateRange(Optional.empty(), Optional.empty(), ZoneOffset.UTC);

    /** Whether a time, in milliseconds since the epoch, lies on one of the days. */
    public boolean contains(long time) {
      LocalDate day = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
      return first.filter(day::isBefore).isEmpty() && last.filter(day::isAfter).isEmpty();
    }

    /** As rulebooks write days: {@code 2026-03-01..2026-03-31}. */
    public String text() {
      return first.map(LocalDate::toString).orElse("")
          + ".."
          + last.map(LocalDate::toString).orElse("");
    }
  }
}
