package io.kizashi.language.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an author calls the types and functions of CEL. */
final class AuthorWords {
  private static final Map<CelType, String> WORDS =
      Map.of(
          SimpleType.BOOL, "true or false",
          SimpleType.DOUBLE, "a number",
          SimpleType.INT, "a number",
          SimpleType.STRING, "a text",
          SimpleType.TIMESTAMP, "a time",
          SimpleType.DURATION, "a length of time");

  /** What an expression may call, for hints. */
  static final Set<String> FUNCTIONS =
      Collections.unmodifiableSet(
          new TreeSet<>(
              List.of(
                  "contains",
                  "startsWith",
                  "endsWith",
                  "matches",
                  "size",
                  "has",
                  "min",
                  "max",
                  "duration",
                  "days",
                  "hours",
                  "minutes",
                  "years",
                  "timestamp",
                  "all",
                  "exists",
                  "double",
                  "string")));

  /** CEL's names of types, in an author's words. */
  private static final Map<String, String> OPERANDS =
      Map.of(
          "bool", "true or false",
          "double", "a number",
          "int", "a whole number",
          "dyn", "any value",
          "string", "a text",
          "google.protobuf.Timestamp", "a time",
          "google.protobuf.Duration", "a length of time",
          "list(string)", "a list of texts");

  private AuthorWords() {}

  /** A type in an author's words. */
  static String words(CelType type) {
    return WORDS.getOrDefault(type, type.name());
  }

  /** A type as CEL's messages name it, in an author's words. */
  static String words(String operand) {
    return OPERANDS.getOrDefault(operand, operand);
  }
}
