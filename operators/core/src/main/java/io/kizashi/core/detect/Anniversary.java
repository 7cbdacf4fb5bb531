package io.kizashi.core.detect;

import io.kizashi.core.detect.Timeline.Seen;
import io.kizashi.core.rules.Deadline;
import io.kizashi.schema.state.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the days of a date that comes every year. The touchpoint that told the date is seen once
 * more for each of them that lies ahead within bounds, so each has an attempt of its own.
 *
 * @param type by which the first step looks for it
 * @param turn its number, 0 for the next day ahead of the touchpoint
 * @param day as a date, and the same whatever else is told; empty where no date can be read
 */
record Anniversary(String type, int turn, String day) {
  /**
   * What stands for the days of a date that a touchpoint tells. Where no date can be read one
   * stands for it all the same, whose attempt says so.
   */
  static List<Seen> of(Deadline.Before date, Seen told) {
    if (!told.type().equals(Profile.TYPE)
        || !told.view().touchpoint().properties().containsKey(date.property())) {
      return List.of();
    }
    List<Seen> days = new ArrayList<>();
    for (Deadline.Before.Day day : date.days(told.view().touchpoint())) {
      days.add(seen(told, new Anniversary(date.type(), days.size(), day.date().toString())));
    }
    return days.isEmpty() ? List.of(seen(told, new Anniversary(date.type(), 0, ""))) : days;
  }

  private static Seen seen(Seen told, Anniversary anniversary) {
    return new Seen(told.view(), told.origin(), Optional.of(anniversary));
  }
}
