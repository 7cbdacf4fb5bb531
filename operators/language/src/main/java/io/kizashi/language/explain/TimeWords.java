package io.kizashi.language.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Times as people of a language write them, in a rulebook's time zone. */
public final class TimeWords {
  private final ZoneId zone;
  private final Locale locale;
  private final DateTimeFormatter date;
  private final DateTimeFormatter dateWithYear;
  private final DateTimeFormatter minute;
  private final DateTimeFormatter second;

  /** Writes times of a zone. */
  public TimeWords(Language language, ZoneId zone) {
    this.zone = zone;
    this.locale = Locale.forLanguageTag(language.code());
    this.date =
        switch (language) {
          case JA -> pattern("M月d日（E）");
          case EN -> pattern("EEE d MMM, ");
        };
    this.dateWithYear =
        switch (language) {
          case JA -> pattern("uuuu年M月d日（E）");
          case EN -> pattern("EEE d MMM uuuu, ");
        };
    this.minute = pattern("HH:mm");
    this.second = pattern("HH:mm:ss");
  }

  private DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, locale);
  }

  /**
   * A day and a time of day; the year stands elsewhere.
   *
   * @param time milliseconds since the epoch; parts of a second are cut
   */
  public String at(long time) {
    return written(time, date);
  }

  /**
   * The same with the year.
   *
   * @param time milliseconds since the epoch; parts of a second are cut
   */
  public String inYear(long time) {
    return written(time, dateWithYear);
  }

  private String written(long time, DateTimeFormatter day) {
    ZonedDateTime here = Instant.ofEpochMilli(time).atZone(zone);
    return day.format(here) + (here.getSecond() == 0 ? minute : second).format(here);
  }

  /** The year of a time. */
  public int year(long time) {
    return Instant.ofEpochMilli(time).atZone(zone).getYear();
  }

  /** A day of the calendar, with the year. */
  String day(LocalDate day) {
    return dateWithYear.format(day).replaceFirst(", $", "");
  }

  /** The zone as people know it, and as its rulebook writes it where that is something else. */
  public String zone() {
    if (zone.normalized().equals(ZoneOffset.UTC)) {
      return locale.equals(Locale.JAPANESE) ? "協定世界時" : "UTC";
    }
    String name = zone.getDisplayName(TextStyle.FULL, locale);
    if (name.equals(zone.getId())) {
      return name;
    }
    return locale.equals(Locale.JAPANESE)
        ? name + "（" + zone.getId() + "）"
        : name + " (" + zone.getId() + ")";
  }

  /** The name of a language, for one who reads this one. */
  String language(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(locale);
  }
}
