package io.kizashi.language.expression;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The functions that an expression may call. CEL's checker goes through every declared one for
 * every expression, which is most of the work of compiling; so only those are declared whose name
 * or sign stands in the text at all.
 */
final class Functions {
  /** By function: what stands in every text that calls it. */
  private static final ImmutableMap<StandardFunction, String> SIGNS =
      ImmutableMap.<StandardFunction, String>builder()
          .put(StandardFunction.LOGICAL_AND, "&&")
          .put(StandardFunction.LOGICAL_OR, "||")
          .put(StandardFunction.LOGICAL_NOT, "!")
          .put(StandardFunction.CONDITIONAL, "?")
          .put(StandardFunction.EQUALS, "==")
          .put(StandardFunction.NOT_EQUALS, "!=")
          .put(StandardFunction.LESS, "<")
          .put(StandardFunction.LESS_EQUALS, "<=")
          .put(StandardFunction.GREATER, ">")
          .put(StandardFunction.GREATER_EQUALS, ">=")
          .put(StandardFunction.IN, "in")
          .put(StandardFunction.INDEX, "[")
          .put(StandardFunction.ADD, "+")
          .put(StandardFunction.SUBTRACT, "-")
          .put(StandardFunction.NEGATE, "-")
          .put(StandardFunction.MULTIPLY, "*")
          .put(StandardFunction.DIVIDE, "/")
          .put(StandardFunction.MODULO, "%")
          .put(StandardFunction.SIZE, "size")
          .put(StandardFunction.INT, "int")
          .put(StandardFunction.DOUBLE, "double")
          .put(StandardFunction.STRING, "string")
          .put(StandardFunction.BOOL, "bool")
          .put(StandardFunction.TIMESTAMP, "timestamp")
          .put(StandardFunction.MATCHES, "matches")
          .put(StandardFunction.CONTAINS, "contains")
          .put(StandardFunction.STARTS_WITH, "startsWith")
          .put(StandardFunction.ENDS_WITH, "endsWith")
          .put(StandardFunction.GET_HOURS, "getHours")
          .put(StandardFunction.GET_MINUTES, "getMinutes")
          .put(StandardFunction.GET_SECONDS, "getSeconds")
          .put(StandardFunction.GET_MILLISECONDS, "getMilliseconds")
          .buildOrThrow();

  /** A macro stands for calls that the text does not show. */
  private static final Pattern MACRO =
      Pattern.compile("\\b(all|exists|exists_one|map|filter)\\s*\\(");

  /** What {@code local} has in the customer's time zone. */
  private static final Pattern PART_OF_TIMESTAMP =
      Pattern.compile("timestamp_to_(hours|minutes|seconds|milliseconds).*");

  private Functions() {}

  /** Those that a text may call. */
  static ImmutableSet<StandardFunction> in(String text) {
    if (MACRO.matcher(text).find()) {
      return Sets.immutableEnumSet(
          Stream.concat(SIGNS.keySet().stream(), Stream.of(StandardFunction.NOT_STRICTLY_FALSE))
              .toList());
    }
    return Sets.immutableEnumSet(
        SIGNS.entrySet().stream()
            .filter(sign -> text.contains(sign.getValue()) || isOfCounts(sign.getKey(), text))
            .map(Map.Entry::getKey)
            .toList());
  }

  /** What counts is made a double of. */
  private static boolean isOfCounts(StandardFunction function, String text) {
    return function == StandardFunction.DOUBLE && (text.contains("size") || text.contains("int"));
  }

  /** Their declarations, without bytes and unsigned numbers, which touchpoints never hold. */
  static CelStandardDeclarations declarations(ImmutableSet<StandardFunction> functions) {
    return CelStandardDeclarations.newBuilder()
        .filterFunctions(
            (function, overload) ->
                functions.contains(function) && isOfUse(overload.celOverloadDecl()))
        .build();
  }

  private static boolean isOfUse(CelOverloadDecl overload) {
    return !PART_OF_TIMESTAMP.matcher(overload.overloadId()).matches()
        && Stream.concat(overload.parameterTypes().stream(), Stream.of(overload.resultType()))
            .noneMatch(type -> type.equals(SimpleType.UINT) || type.equals(SimpleType.BYTES));
  }
}
