package io.kizashi.core.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.kizashi.core.yaml.Nearest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns one of CEL's messages into a stable code, plain words and a hint. */
final class ExpressionHints {
  private static final Pattern FIELD = Pattern.compile("undefined field '([^']*)'");
  private static final Pattern NAME = Pattern.compile("undeclared reference to '([^']*)'");
  private static final Pattern OVERLOAD =
      Pattern.compile("no matching overload for '([^']*)' applied to '\\(([^)]*)\\)'");

  /** Names and fields of the language that this release can't run. */
  private static final Set<String> NOT_YET =
      Set.of("pool", "emotion.trend", "emotion.lowest", "emotion.highest", "emotion.label");

  private static final Map<CelType, String> WORDS =
      Map.of(
          SimpleType.BOOL, "true or false",
          SimpleType.DOUBLE, "a number",
          SimpleType.INT, "a number",
          SimpleType.STRING, "a text",
          SimpleType.TIMESTAMP, "a time",
          SimpleType.DURATION, "a duration");

  private final String message;
  private final Optional<String> field;
  private final Optional<String> name;
  private final String owner;
  private final Scope scope;
  private final Structures structures;

  ExpressionHints(String message, String expression, Scope scope, Structures structures) {
    this.message = message;
    this.field = first(FIELD.matcher(message));
    this.name = first(NAME.matcher(message));
    this.owner = field.map(unknown -> owner(expression, unknown)).orElse("");
    this.scope = scope;
    this.structures = structures;
  }

  private static Optional<String> first(Matcher matcher) {
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** What a field was asked of: CEL does not say. */
  private static String owner(String expression, String field) {
    Matcher dotted =
        Pattern.compile("([a-z_][\\w.]*)\\s*\\.\\s*" + Pattern.quote(field) + "\\b")
            .matcher(expression);
    return dotted.find() ? dotted.group(1) : "";
  }

  /** A type in an author's words. */
  static String words(CelType type) {
    return WORDS.getOrDefault(type, type.name());
  }

  private boolean isNotYet() {
    return name.filter(NOT_YET::contains).isPresent()
        || field.filter(unknown -> NOT_YET.contains(owner + "." + unknown)).isPresent();
  }

  /** The message without CEL's inner names. */
  String message() {
    if (isNotYet()) {
      String dotted = field.map(unknown -> owner + "." + unknown).orElse(name.orElse(""));
      return "'" + dotted + "' is not built yet";
    }
    Optional<String> unknown = field.map(text -> "there is no field '" + text + "' here");
    return unknown
        .or(() -> name.map(text -> "there is no '" + text + "' here"))
        .orElseGet(this::otherMessage);
  }

  private String otherMessage() {
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.find()) {
      String operator = overload.group(1).replace("_", "");
      return "'" + operator + "' can't be applied to (" + overload.group(2) + ")";
    }
    int expecting = message.indexOf(" expecting ");
    return expecting < 0 ? message : message.substring(0, expecting);
  }

  String code() {
    if (isNotYet()) {
      return "not_yet";
    }
    if (field.isPresent() || name.isPresent()) {
      return "unknown_name";
    }
    return message.contains("overload") || message.contains("expected type")
        ? "type_clash"
        : "expression";
  }

  String hint() {
    if (isNotYet()) {
      return "leave it out; this release can't run it";
    }
    if (field.isPresent()) {
      Set<String> known = structures.fieldsOf(owner);
      String beside =
          known.contains("properties")
              ? " (what a source sends beside the contract's fields stands under properties)"
              : "";
      return known.isEmpty() ? "none is defined" : Nearest.hint(field.get(), known) + beside;
    }
    if (name.isPresent()) {
      return Nearest.hint(name.get(), scope.names());
    }
    return message.contains("overload") ? "compare values of one kind; 3 and 3.0 are numbers" : "";
  }
}
