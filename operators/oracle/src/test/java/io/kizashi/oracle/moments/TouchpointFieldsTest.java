package io.kizashi.oracle.moments;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.expression.TouchpointField;
import io.kizashi.core.rules.Sessions;
import io.kizashi.oracle.story.KnownCustomer;
import io.kizashi.schema.Actor;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/** Which fields stories set, and which of them a rule may read of the end of a session. */
final class TouchpointFieldsTest {
  private static final int CASES = 200;
  private static final long GAP = 1_800_000;

  /** What every story has the same: all are of one customer. */
  private static final Set<String> ALIKE = Set.of("customer");

  /** What the end of a session has in common with its last touchpoint. */
  private static final Set<String> IN_COMMON =
      Set.of("customer", "channel", "session", "contact", "case", "account", "place", "region");

  private static final Touchpoint FULL =
      new Touchpoint(
          "t-1",
          "alpha",
          1_000,
          KnownCustomer.KEY,
          Actor.CUSTOMER,
          new Setting("web", "s", "k", "c", "a", "p", "JP-13", "use", "", List.of("sense")),
          Optional.of(new Emotion(0.5, 0.5, "joy", 0.5, "text")),
          "words",
          Map.of("v", 1.0),
          1_000);

  @Test
  void storiesGiveEveryFieldSeveralValues() {
    Map<String, Set<String>> values = new TreeMap<>();
    JqwikSession.run(
        () -> {
          MomentCases cases = new MomentCases();
          for (long seed = 0; seed < CASES; seed++) {
            for (Touchpoint touchpoint : cases.of(seed).value().sorted()) {
              read(touchpoint).forEach((name, value) -> add(values, name, value));
            }
          }
        });
    assertThat(values.keySet()).isEqualTo(TouchpointField.BY_NAME.keySet());
    values.forEach(
        (name, said) ->
            assertThat(said.size()).as(name).isGreaterThan(ALIKE.contains(name) ? 0 : 1));
  }

  @Test
  void theEndOfASessionSaysWhereItWasAndNotWhatWasSaid() {
    Map<String, String> last = read(FULL);
    Map<String, String> end = read(Visit.ends(List.of(FULL), GAP).get(0));
    Set<String> same = new TreeSet<>();
    last.forEach(
        (name, said) -> {
          if (said.equals(end.get(name))) {
            same.add(name);
          }
        });
    assertThat(same).isEqualTo(new TreeSet<>(IN_COMMON));
  }

  @Test
  void theEngineEndsASessionAsTheModelDoes() {
    Touchpoint engine = new Sessions(GAP).ends(List.of(FULL)).get(0).getValue();
    assertThat(read(engine)).isEqualTo(read(Visit.ends(List.of(FULL), GAP).get(0)));
  }

  @Test
  void rulesOfTheOracleAskForEveryFieldButTheNamesOfTheCustomerAndOfTheTouchpoint() {
    List<String> asked = new ArrayList<>(List.of("time", "values", "properties", "emotion"));
    for (Touched.Text.Field field : Touched.Text.Field.values()) {
      asked.add(field.word());
    }
    Set<String> all = new TreeSet<>(TouchpointField.BY_NAME.keySet());
    all.removeAll(Set.of("id", "customer"));
    assertThat(new TreeSet<>(asked)).isEqualTo(all);
  }

  private static Map<String, String> read(Touchpoint touchpoint) {
    Map<String, String> read = new TreeMap<>();
    TouchpointField.BY_NAME.forEach(
        (name, field) -> read.put(name, field.read().apply(touchpoint).toString()));
    return read;
  }

  private static void add(Map<String, Set<String>> values, String name, String value) {
    values.computeIfAbsent(name, key -> new TreeSet<>()).add(value);
  }
}
