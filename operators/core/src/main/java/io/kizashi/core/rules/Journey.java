package io.kizashi.core.rules;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells at which stage of the journey a touchpoint lies, where the touchpoint itself does not.
 *
 * @param entries the first whose condition holds names the stage
 */
public record Journey(List<Journey.Entry> entries) {
  /** Copies the entries. */
  public Journey {
    entries = List.copyOf(entries);
  }

  /** One stage, and for which touchpoints. */
  public record Entry(String stage, Condition when) {}

  /** The touchpoint's stage, or empty. */
  public String stageOf(Touchpoint touchpoint) {
    String said = touchpoint.setting().stage();
    if (!said.isEmpty() || entries.isEmpty()) {
      return said;
    }
    Bindings bindings = Bindings.none().event(new TouchpointView(touchpoint));
    Misses misses = new Misses(); // most entries are about other touchpoints: nothing is missing
    for (Entry entry : entries) {
      if (entry.when().test(bindings, misses)) {
        return entry.stage();
      }
    }
    return "";
  }

  /** Fingerprint of what it means. */
  public String definition() {
    return entries.stream()
        .map(entry -> entry.stage() + "=" + entry.when().text())
        .collect(Collectors.joining("\n"));
  }
}
