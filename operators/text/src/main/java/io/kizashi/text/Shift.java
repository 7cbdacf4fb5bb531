package io.kizashi.text;

/** "Fixed the error", 「損失が減少」: less of something bad is good, more of it is bad. */
final class Shift implements Pass {
  private static final int REACH = 7;

  /** Where the thing is looked for: +1 after the verb, −1 before it. */
  private final int[] steps;

  private Shift(int... steps) {
    this.steps = steps;
  }

  /** "Fixed my issue", "my issue got fixed". */
  static Shift english() {
    return new Shift(1, -1);
  }

  static Shift japanese() {
    return new Shift(-1);
  }

  @Override
  public void over(TextReading reading) {
    for (int i = 0; i < reading.size(); i++) {
      if (reading.role(i) == Role.SHIFT && takesAway(reading, i)) {
        reading.set(i, reading.entry(i).value(), reading.entry(i).feeling());
      }
    }
  }

  private boolean takesAway(TextReading reading, int verb) {
    for (int step : steps) {
      int thing = thing(reading, verb, step);
      if (thing >= 0) {
        reading.weight[thing] = 0;
        return true;
      }
    }
    return false;
  }

  private static int thing(TextReading reading, int verb, int step) {
    for (int i = verb + step, n = 0; i >= 0 && i < reading.size() && n < REACH; i += step, n++) {
      if (reading.role(i).endsClause() || reading.role(i) == Role.JOINER) {
        break;
      }
      if (reading.role(i) == Role.FEELING && reading.adds(i) < 0) {
        return i;
      }
    }
    return -1;
  }
}
