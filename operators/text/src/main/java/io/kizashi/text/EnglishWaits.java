package io.kizashi.text;

import java.util.Set;

/**
 * "It took three weeks to arrive", "been on the phone for 2 hours": where nothing else in the
 * sentence is felt, a long time told as fact is a weak complaint. What is short, asked, or said to
 * be little stays silent, and so does a time that belongs to the thing ("a flight of ten hours").
 */
final class EnglishWaits implements Pass.BySentence {
  private static final double LONG = -0.35;

  private static final Set<String> TOOK = Set.of("took", "takes", "taken", "taking");

  private static final Set<String> TIMES =
      Set.of("hour", "hours", "hrs", "days", "week", "weeks", "month", "months", "ages", "forever");

  /** Who waits for these waits for the company. */
  private static final Set<String> DEEDS =
      Set.of(
          "get",
          "reply",
          "respond",
          "answer",
          "arrive",
          "come",
          "deliver",
          "receive",
          "load",
          "process",
          "resolve",
          "fix",
          "find",
          "reach",
          "speak",
          "check",
          "connect",
          "refund",
          "sort",
          "ship",
          "reset",
          "activate",
          "cancel",
          "return",
          "show",
          "be",
          "hear");

  private static final Set<String> AWAY = Set.of("there", "to", "from", "home", "across", "used");

  private static final Set<String> LINES = Set.of("phone", "line", "chat", "call", "hold");

  private static final Set<String> LITTLE = Set.of("only", "just", "less", "under", "within");

  private static final int NEAR = 4;

  @Override
  public void sentence(TextReading reading, int from, int to) {
    if (!isPlain(reading, from, to)) {
      return;
    }
    for (int i = from; i < to; i++) {
      if (TIMES.contains(reading.unit(i).form())
          && (takes(reading, i, from, to) || holds(reading, i, from) || counts(reading, i, to))) {
        reading.set(i, LONG, Feeling.ANGER);
        reading.weight[i] = 1;
        return;
      }
    }
  }

  private static boolean isPlain(TextReading reading, int from, int to) {
    boolean plain = !reading.asks(from, to) && !reading.has(Role.NEGATOR, from, to);
    for (int i = from; i < to; i++) {
      plain &= reading.adds(i) == 0 && !LITTLE.contains(reading.unit(i).form());
    }
    return plain;
  }

  /** "Took two hours to get a reply". */
  private static boolean takes(TextReading reading, int time, int from, int to) {
    return within(reading, TOOK, Math.max(from, time - NEAR), time)
        && time + 2 < to
        && reading.unit(time + 1).form().equals("to")
        && DEEDS.contains(reading.unit(time + 2).form())
        && !(time + 3 < to && AWAY.contains(reading.unit(time + 3).form()));
  }

  /** "On the phone for 2 hours". */
  private static boolean holds(TextReading reading, int time, int from) {
    return within(reading, Set.of("on"), Math.max(from, time - 2 * NEAR), time)
        && within(reading, LINES, Math.max(from, time - NEAR), time);
  }

  /** "Three hours and counting". */
  private static boolean counts(TextReading reading, int time, int to) {
    return time + 2 < to
        && reading.unit(time + 1).form().equals("and")
        && reading.unit(time + 2).form().equals("counting");
  }

  private static boolean within(TextReading reading, Set<String> forms, int from, int to) {
    for (int i = from; i < to; i++) {
      if (forms.contains(reading.unit(i).form())) {
        return true;
      }
    }
    return false;
  }
}
