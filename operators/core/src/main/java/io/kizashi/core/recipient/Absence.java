package io.kizashi.core.recipient;

import java.time.LocalDate;

/**
 * Days on which another does someone's tasks.
 *
 * @param who is away: a person, a team or a queue
 * @param first day, whole
 * @param last day, whole
 * @param deputy who does the tasks
 */
public record Absence(String who, LocalDate first, LocalDate last, String deputy) {
  /** Whether someone is away on a day. */
  boolean covers(String name, LocalDate day) {
    return who.equals(name) && !day.isBefore(first) && !day.isAfter(last);
  }
}
