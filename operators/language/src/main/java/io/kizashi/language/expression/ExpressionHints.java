package io.kizashi.language.expression;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.FactName;
import io.kizashi.language.closure.Years;
import io.kizashi.language.yaml.Nearest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns one of CEL's messages into a stable code, plain words and a hint. */
final class ExpressionHints {
  private static final Pattern FIELD = Pattern.compile("undefined field '([^']*)'");
  private static final Pattern NAME = Pattern.compile("undeclared reference to '([^']*)'");
  private static final Pattern OVERLOAD =
      Pattern.compile("no matching overload for '([^']*)' applied to '\\(([^)]*)\\)'");

  /** Names of the language that this release can't run. */
  private static final Set<String> NOT_YET = Set.of("pool");

  private final String message;
  private final String expression;
  private final Optional<SyntaxHints> syntax;
  private final Optional<String> field;
  private final Optional<String> name;
  private final String owner;
  private final Scope scope;
  private final Structures structures;

  ExpressionHints(String message, String expression, Scope scope, Structures structures) {
    this.message = message;
    this.expression = expression;
    this.syntax = SyntaxHints.of(message);
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

  private boolean isNotYet() {
    return name.filter(NOT_YET::contains).isPresent();
  }

  /** The name that stands for nothing; empty where something else is wrong. */
  Optional<String> unknown() {
    return field.or(() -> name).filter(it -> !isNotYet());
  }

  /** What it could stand for. */
  Collection<String> known() {
    if (field.isPresent()) {
      return structures.fieldsOf(owner);
    }
    boolean function = name.filter(this::isFunction).isPresent();
    return function ? AuthorWords.FUNCTIONS : scope.names();
  }

  /** Whether it is the grammar that stumbled: what it says after the first time is noise. */
  boolean isOfGrammar() {
    return syntax.isPresent();
  }

  /** The message without CEL's inner names. */
  String message() {
    if (isNotYet()) {
      return "'" + name.orElse("") + "' is not built yet";
    }
    return field
        .map(this::unknownField)
        .or(() -> name.map(this::unknownName))
        .or(() -> syntax.map(SyntaxHints::message))
        .orElseGet(this::clash);
  }

  private String unknownField(String unknown) {
    if (owner.equals(FactName.SIGNALS.text())) {
      return "there is no signal '" + unknown + "'";
    }
    if (owner.equals(FactName.LISTS.text())) {
      return "there is no list '" + unknown + "'";
    }
    return owner.equals(FactName.SEGMENTS.text())
        ? "there is no segment '" + unknown + "'"
        : "there is no field '" + unknown + "' here";
  }

  private String unknownName(String unknown) {
    if (isFunction(unknown)) {
      return "there is no function '" + unknown + "'";
    }
    return isElsewhere(unknown)
        ? "'" + unknown + "' can't be read here"
        : "there is no '" + unknown + "' here";
  }

  private boolean isFunction(String unknown) {
    return Pattern.compile("\\b" + Pattern.quote(unknown) + "\\s*\\(").matcher(expression).find();
  }

  private static boolean isElsewhere(String unknown) {
    return unknown.equals(Bindings.EVENT) || FactName.of(unknown).isPresent();
  }

  private String clash() {
    Matcher overload = OVERLOAD.matcher(message);
    if (!overload.find()) {
      return message;
    }
    String operator = overload.group(1).replace("_", "");
    String operands =
        Arrays.stream(overload.group(2).split(", "))
            .limit(overload.group(1).equals(Years.NAME) ? 1 : Integer.MAX_VALUE)
            .map(AuthorWords::words)
            .collect(Collectors.joining(" and "));
    return "'" + operator.replace("@", "") + "' can't be applied to " + operands;
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
    return field
        .map(this::hintOfField)
        .or(() -> name.map(this::hintOfName))
        .or(() -> syntax.map(SyntaxHints::hint))
        .orElseGet(this::hintOfClash);
  }

  private String hintOfField(String unknown) {
    Set<String> known = structures.fieldsOf(owner);
    if (known.isEmpty()) {
      return "none is defined yet: add it under " + owner + ":";
    }
    String beside =
        known.contains("properties")
            ? " (what a source sends beside the contract's fields stands under properties)"
            : "";
    return Nearest.hint(unknown, known) + beside;
  }

  private String hintOfName(String unknown) {
    if (isFunction(unknown)) {
      return Nearest.hint(unknown, AuthorWords.FUNCTIONS);
    }
    String names = "known here: " + String.join(", ", scope.names());
    if (!isElsewhere(unknown)) {
      boolean capturing = scope.segments() && Nearest.to(unknown, scope.names()).isEmpty();
      return capturing
          ? "name an earlier step with as: " + unknown + "; " + names
          : Nearest.hint(unknown, scope.names());
    }
    if (!unknown.equals(Bindings.EVENT)) {
      return names;
    }
    return scope.segments()
        ? "name a step with as: NAME, and read NAME; " + names
        : "make a signal of it, and read that; " + names;
  }

  private String hintOfClash() {
    if (!message.contains("overload")) {
      return "";
    }
    Matcher overload = OVERLOAD.matcher(message);
    if (message.contains("'_%_'")) {
      return "doubles have no remainder; compare with the numbers that are meant, as in [2, 4]";
    }
    if (message.contains("years' applied")) {
      return "count from one date, written as a text: years(customer.birthday)";
    }
    return overload.find() && overload.group(2).contains("Duration")
        ? "write a length of time as duration(\"72h\")"
        : "compare values of one kind; 3 and 3.0 are numbers, \"3\" is a text";
  }
}
