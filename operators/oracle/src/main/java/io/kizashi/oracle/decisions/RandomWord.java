package io.kizashi.oracle.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** What words may name, and what becomes of it. */
enum RandomWord {
  CAPTURED("x.properties.word"),
  TIER("customer.tier"),
  TIER_OR("customer.tier | or: none"),
  VISITS("signals.visits | number"),
  LAST("signals.last | money: JPY"),
  LAST_OR("signals.last | money: JPY | or: nothing yet"),
  RENEWAL("customer.renewalAt | date"),
  RENEWAL_OR("customer.renewalAt | date | or: soon"),
  RENEWAL_DAY("customer.renewalAt | weekday"),
  RENEWAL_TIME("customer.renewalAt | time");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);

  private final String place;

  RandomWord(String place) {
    this.place = place;
  }

  /** As the rulebook writes it. */
  String template() {
    return "Word {{" + place + "}}";
  }

  /** The words; empty where something is missing that they need. */
  Optional<String> said(NaiveFacts world, ZoneId otherwise) {
    Optional<String> word =
        switch (this) {
          case CAPTURED -> world.moment().flatMap(t -> PolicyModel.text(t, "word"));
          case TIER -> RandomFact.TIER.value(world).map(RandomWord::whole);
          case TIER_OR ->
              RandomFact.TIER.value(world).map(RandomWord::whole).or(() -> none("none"));
          case VISITS -> RandomFact.VISITS.value(world).map(RandomWord::whole);
          case LAST -> RandomFact.LAST.value(world).map(RandomWord::yen);
          case LAST_OR ->
              RandomFact.LAST.value(world).map(RandomWord::yen).or(() -> none("nothing yet"));
          case RENEWAL -> renewal(world, otherwise).map(DAY::format);
          case RENEWAL_OR -> renewal(world, otherwise).map(DAY::format).or(() -> none("soon"));
          case RENEWAL_DAY -> renewal(world, otherwise).map(WEEKDAY::format);
          case RENEWAL_TIME -> time(world, otherwise);
        };
    return word.map(it -> "Word " + it);
  }

  private static Optional<String> none(String said) {
    return Optional.of(said);
  }

  private static String whole(double number) {
    return Long.toString((long) number);
  }

  private static String yen(double number) {
    return (number < 0 ? "-¥" : "¥") + whole(Math.abs(number));
  }

  private static Optional<LocalDate> renewal(NaiveFacts world, ZoneId otherwise) {
    return world.customer("renewalAt").flatMap(it -> day(it, world.zone(otherwise)));
  }

  private static Optional<LocalDate> day(Object named, ZoneId zone) {
    try {
      return Optional.of(LocalDate.parse(named.toString()));
    } catch (DateTimeParseException e) {
      return instant(named).map(it -> it.atZone(zone).toLocalDate());
    }
  }

  private static Optional<String> time(NaiveFacts world, ZoneId otherwise) {
    return world
        .customer("renewalAt")
        .flatMap(RandomWord::instant)
        .map(it -> it.atZone(world.zone(otherwise)))
        .map(it -> "%d:%02d".formatted(it.getHour(), it.getMinute()));
  }

  private static Optional<Instant> instant(Object named) {
    try {
      return Optional.of(OffsetDateTime.parse(named.toString()).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
