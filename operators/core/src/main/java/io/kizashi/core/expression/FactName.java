package io.kizashi.core.expression;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is known of a customer at a place, by the names that expressions use. */
public enum FactName {
  /** What the profile says, by property. */
  CUSTOMER("customer"),
  /** The rulebook's signals, by name. */
  SIGNALS("signals"),
  /** Whether the customer is in the rulebook's segments, by name. */
  SEGMENTS("segments"),
  /** Whether the customer is on the rulebook's lists, by name. */
  LISTS("lists"),
  /** How the customer feels, by field. */
  EMOTION("emotion"),
  /** The session that lasts, by field. */
  SESSION("session"),
  /** The customer's time of day, by field. */
  LOCAL("local"),
  /** The place's time. */
  NOW("now");

  private static final Map<String, FactName> BY_TEXT =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(FactName::text, Function.identity()));

  private final String text;

  FactName(String text) {
    this.text = text;
  }

  /** The name in expressions. */
  public String text() {
    return text;
  }

  /** The fact of a name; empty where a name is of something else. */
  public static Optional<FactName> of(String name) {
    return Optional.ofNullable(BY_TEXT.get(name));
  }

  /** One of what a fact holds, as expressions and explanations name it. */
  public String field(String field) {
    return text + "." + field;
  }
}
