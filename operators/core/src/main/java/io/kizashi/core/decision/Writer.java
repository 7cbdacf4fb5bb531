package io.kizashi.core.decision;

import io.kizashi.core.detection.World;
import io.kizashi.core.rulebook.ActionRule;
import io.kizashi.core.rulebook.Content;
import io.kizashi.core.rulebook.Rules;
import io.kizashi.core.rulebook.Step;
import io.kizashi.schema.Moment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts an action into words for one customer. */
final class Writer {
  /** The profile's property that names the customer's language, BCP 47. */
  private static final String LOCALE = "locale";

  private final Rules rules;
  private final World world;

  Writer(Rules rules, World world) {
    this.rules = rules;
    this.world = world;
  }

  /**
   * Words ready to be sent.
   *
   * @param parts by name
   * @param values what the words were made of, by the name in the template
   */
  record Message(
      String channel, String language, Map<String, String> parts, Map<String, String> values) {
    Map<String, String> valuesRead(String language) {
      Map<String, String> all = new TreeMap<>(values);
      all.put(language, this.language);
      return all;
    }
  }

  /**
   * The words on a channel, in the customer's language where there are such; empty where a value is
   * missing in them.
   */
  Optional<Message> write(ActionRule action, Moment moment, String channel, Cause cause) {
    String locale = world.state().profile().text(LOCALE, cause.at()).orElse("").split("-", 2)[0];
    Map<String, Object> captured = captured(moment);
    Map<String, Content> languages = action.content().getOrDefault(channel, Map.of());
    String language =
        languages.containsKey(locale) ? locale : languages.keySet().stream().findFirst().orElse("");
    Content content = languages.get(language);
    return content == null
        ? Optional.empty()
        : content
            .render(captured)
            .map(parts -> new Message(channel, language, parts, content.read(captured)));
  }

  /** The captured touchpoints; one that is no longer retained leaves the words incomplete. */
  private Map<String, Object> captured(Moment moment) {
    Map<String, Object> captured = new HashMap<>();
    List<Step> steps =
        rules.moment(moment.rule()).map(rule -> rule.pattern().steps()).orElse(List.of());
    int taken = 0;
    for (Step step : steps) {
      if (step instanceof Step.Event event && taken < moment.evidence().size()) {
        if (!event.as().isEmpty()) {
          world
              .touchpoint(moment.evidence().get(taken))
              .ifPresent(view -> captured.put(event.as(), view));
        }
        taken += event.times();
      }
    }
    return captured;
  }
}
