package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Comparisons with a constant are asked before the rest; nobody may notice. */
final class EqualityTest {
  private static final List<Object> VALUES =
      List.of("a", "3", "", 3.0, 0.0, -0.0, 2.9999999999, true, false);
  private static final List<String> CONSTANTS =
      List.of("\"a\"", "\"3\"", "\"\"", "3.0", "3", "0.0", "-0.0", "true", "false");

  private static String rulebook(String condition) {
    return """
        rulebook: r
        moments:
          seen:
            kind: moment_of_truth
            pattern: [ { event: page, where: '%s' } ]
        """
        .formatted(condition);
  }

  private static List<String> seen(String condition) {
    CustomerStory story = new CustomerStory(rulebook(condition));
    for (int i = 0; i < VALUES.size(); i++) {
      story.at(i, "page", "p" + i, "x", VALUES.get(i), "y", 1.0);
    }
    return story.at(60, "page", "without").standing();
  }

  @Test
  void anEqualityDecidesAsTheWholeExpressionDoes() {
    for (String constant : CONSTANTS) {
      for (String form :
          List.of(
              "event.properties.x == " + constant,
              constant + " == event.properties.x",
              "event.properties.y == 1.0 && event.properties.x == " + constant,
              "event.properties.x == " + constant + " && event.properties.y > 1.0")) {
        // Under an || nothing is asked before the rest.
        assertThat(seen(form)).as(form).isEqualTo(seen("(" + form + ") || event.id == \"none\""));
      }
    }
  }

  @Test
  void eachConstantFindsItsOwn() {
    assertThat(seen("event.properties.x == \"a\"")).containsExactly("seen@0.0:p0");
    assertThat(seen("event.properties.x == 3.0")).containsExactly("seen@3.0:p3");
    assertThat(seen("event.properties.x == 0.0")).containsExactly("seen@4.0:p4", "seen@5.0:p5");
    assertThat(seen("event.properties.x == true")).containsExactly("seen@7.0:p7");
  }
}
