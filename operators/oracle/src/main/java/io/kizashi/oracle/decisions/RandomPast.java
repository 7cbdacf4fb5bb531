package io.kizashi.oracle.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes up what came of earlier messages, of which nothing else is known: mostly welcome ones, at a
 * few hours of the day.
 */
final class RandomPast {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** Older ones say nothing, days. */
  private static final int REACH = 90;

  private static final int MOST = 16;
  private static final int OUTCOMES = 3;

  private static final List<String> SAID =
      List.of(
          "opened", "opened", "clicked", "accepted", "helpful", "delivered", "dismissed", "failed");

  private final Random random;
  private final Draws draws;
  private final long start;
  private final long unit;
  private final List<Long> habits = new ArrayList<>();

  /** Before a story begins, which goes on in units of time. */
  RandomPast(Random random, long start, long unit) {
    this.random = random;
    this.draws = new Draws(random);
    this.start = start;
    this.unit = unit;
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      habits.add(draws.any(0, random.nextInt(24)) * HOUR);
    }
  }

  /** What is told of one message. */
  record Outcome(long time, String channel, Map<String, Object> said) {}

  /** In no order. */
  List<Outcome> outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = random.nextInt(MOST); i > 0; i--) {
      outcomes.addAll(message("past-" + i));
    }
    return outcomes;
  }

  private List<Outcome> message(String recommendation) {
    List<Outcome> outcomes = new ArrayList<>();
    String channel = draws.any(RandomPolicyRulebook.CHANNELS);
    long time = time();
    for (int i = random.nextInt(OUTCOMES); i >= 0; i--) {
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("outcome", draws.any(SAID));
      said.put("recommendation", recommendation);
      String where = random.nextInt(12) == 0 ? draws.any(List.of("", "web", "line")) : channel;
      outcomes.add(new Outcome(time, where, said));
      time += draws.any(0, random.nextInt(60) * MINUTE, random.nextInt(10) * HOUR);
    }
    return outcomes;
  }

  /** At one of the hours; some just when they begin to be too old for something in the story. */
  private long time() {
    return random.nextInt(4) == 0
        ? start + random.nextInt(20) * unit - REACH * DAY + draws.any(0, 1, -1)
        : start
            - (random.nextInt(REACH + 10) - 1) * DAY
            + draws.any(habits)
            + draws.any(0, random.nextInt(60) * MINUTE);
  }
}
