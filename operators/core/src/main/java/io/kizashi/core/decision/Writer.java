package io.kizashi.core.decision;

import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.rulebook.ActionRule;
import io.kizashi.core.rulebook.Content;
import io.kizashi.core.rulebook.MomentRule;
import io.kizashi.core.rulebook.Rules;
import io.kizashi.core.rulebook.Step;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts an action into words for one customer. */
final class Writer {
  /** The profile's property that names the customer's language, BCP 47. */
  private static final String LOCALE = "locale";

  private final Rules rules;

  Writer(Rules rules) {
    this.rules = rules;
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

  /** The first channel whose words are complete, in the customer's language where there is one. */
  Optional<Message> write(ActionRule action, Moment moment, CustomerState state, Cause cause) {
    String locale = state.profile().text(LOCALE, cause.at()).orElse("").split("-", 2)[0];
    Map<String, Object> captured = captured(moment, state);
    for (String channel : action.channels()) {
      Map<String, Content> languages = action.content().getOrDefault(channel, Map.of());
      String language =
          languages.containsKey(locale)
              ? locale
              : languages.keySet().stream().findFirst().orElse("");
      Content content = languages.get(language);
      if (content != null) {
        Optional<Map<String, String>> parts = content.render(captured);
        if (parts.isPresent()) {
          Map<String, String> values = content.read(captured);
          return Optional.of(new Message(channel, language, parts.get(), values));
        }
      }
    }
    return Optional.empty();
  }

  /** The captured touchpoints; one that is no longer retained leaves the words incomplete. */
  private Map<String, Object> captured(Moment moment, CustomerState state) {
    Map<String, Object> captured = new HashMap<>();
    Optional<MomentRule> rule = rules.moment(moment.rule());
    if (rule.isEmpty()) {
      return captured;
    }
    Map<String, Touchpoint> byId = new HashMap<>();
    state.history().touchpoints().forEach(t -> byId.put(t.id(), t));
    int event = 0;
    for (Step step : rule.get().steps()) {
      if (step instanceof Step.Event taken && event < moment.evidence().size()) {
        Touchpoint touchpoint = byId.get(moment.evidence().get(event++));
        if (touchpoint != null && !taken.as().isEmpty()) {
          captured.put(taken.as(), new TouchpointView(touchpoint));
        }
      }
    }
    return captured;
  }
}
