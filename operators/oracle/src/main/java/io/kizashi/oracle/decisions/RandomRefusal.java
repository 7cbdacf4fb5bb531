package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.Yaml;
import java.util.Optional;

/**
 * What a rulebook lets the engine keep of a customer's touchpoints. The model knows all of them: to
 * forget them must change nothing.
 *
 * @param touchpoints how many
 * @param span how long, milliseconds; what every rulebook gets that says nothing where absent
 */
record RandomRefusal(int touchpoints, Optional<Long> span) {
  private static final long DAY = 86_400_000L;

  /** The longest. */
  static final RandomRefusal LONG = new RandomRefusal(1000, Optional.of(366 * DAY));

  private static final long UNSAID = 30 * DAY;

  /** How long a guard may linger at most. */
  long longest() {
    return span.orElse(UNSAID);
  }

  String yaml() {
    String length = span.map(it -> ", for: " + Yaml.span(it)).orElse("");
    return "history: { touchpoints: " + touchpoints + length + " }\n";
  }
}
