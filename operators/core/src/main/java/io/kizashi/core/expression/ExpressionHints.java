package io.kizashi.core.expression;

import io.kizashi.core.yaml.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns CEL's messages into stable codes and hints. */
final class ExpressionHints {
  private static final Pattern FIELD = Pattern.compile("undefined field '([^']*)'");
  private static final Pattern NAME = Pattern.compile("undeclared reference to '([^']*)'");

  private static final Pattern OVERLOAD =
      Pattern.compile("no matching overload for '([^']*)' applied to '\\(([^)]*)\\)'");

  private ExpressionHints() {}

  /** The message without CEL's inner names. */
  static String message(String message) {
    Matcher field = FIELD.matcher(message);
    if (field.find()) {
      return "there is no field '" + field.group(1) + "' here";
    }
    Matcher name = NAME.matcher(message);
    if (name.find()) {
      return "there is no '" + name.group(1) + "' here";
    }
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.find()) {
      String operator = overload.group(1).replace("_", "");
      return "'" + operator + "' can't be applied to (" + overload.group(2) + ")";
    }
    int expecting = message.indexOf(" expecting ");
    return expecting < 0 ? message : message.substring(0, expecting);
  }

  static String code(String message) {
    if (FIELD.matcher(message).find() || NAME.matcher(message).find()) {
      return "unknown_name";
    }
    return message.contains("overload") || message.contains("expected type")
        ? "type_clash"
        : "expression";
  }

  static String hint(String message, Collection<String> captures) {
    Matcher field = FIELD.matcher(message);
    if (field.find()) {
      return Nearest.hint(field.group(1), TouchpointField.BY_NAME.keySet())
          + " (what a source sends beside the contract's fields stands under properties)";
    }
    Matcher name = NAME.matcher(message);
    if (name.find()) {
      List<String> known = new ArrayList<>(captures);
      known.add(Bindings.EVENT);
      return Nearest.hint(name.group(1), known);
    }
    return message.contains("overload") ? "compare values of one kind; 3 and 3.0 are numbers" : "";
  }
}
