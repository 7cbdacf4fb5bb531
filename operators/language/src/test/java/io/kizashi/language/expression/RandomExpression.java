package io.kizashi.language.expression;

import java.util.List;
import java.util.Random;

/** Draws expressions of the forms that rules use, of right and of wrong kinds. */
final class RandomExpression {
  private static final List<String> VALUES =
      List.of(
          "event.properties.n",
          "event.properties.s",
          "event.properties.b",
          "event.properties.list",
          "event.properties.o",
          "event.properties.o.n",
          "event.properties.none",
          "event.properties[\"n\"]",
          "event.channel",
          "event.type",
          "customer.n",
          "customer.s",
          "customer.none",
          "signals.count",
          "signals.last",
          "signals.since",
          "segments.vip",
          "emotion.valence",
          "now",
          "size(event.text)",
          "size(event.properties.list)");
  private static final List<String> CONSTANTS =
      List.of(
          "0.0",
          "-0.0",
          "1.0",
          "0",
          "2",
          "-3",
          "3.5",
          "-1.5",
          "1e300",
          "\"\"",
          "\"a\"",
          "\"ab\"",
          "\"😀\"",
          "true",
          "false",
          "duration(\"30m\")",
          "duration(\"7d\")",
          "days(2)",
          "days(0.5)",
          "hours(48)",
          "minutes(1)");
  private static final List<String> SIGNS = List.of("==", "!=", "<", "<=", ">", ">=");
  private static final List<String> PATTERNS =
      List.of("\"a\"", "\"^a$\"", "\"(?i)A.*\"", "\"[\"", "\".😀\"", "\"\"");
  private static final int DEPTH = 3;

  private final Random random;

  RandomExpression(long seed) {
    this.random = new Random(seed);
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** A condition. */
  String condition() {
    return condition(DEPTH);
  }

  private String condition(int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 10)) {
      case 0, 1, 2 -> value(depth) + " " + any(SIGNS) + " " + value(depth);
      case 3 ->
          value(depth)
              + any(List.of(" in [\"a\", \"ab\", \"web\"]", " in [0, 1, 2]", " in [1.0, 3]"));
      case 4 ->
          value(depth) + any(List.of(".startsWith(", ".endsWith(", ".contains(")) + value(0) + ")";
      case 5 ->
          random.nextInt(3) > 0
              ? any(List.of(has(), timed()))
              : value(0) + ".matches(" + any(PATTERNS) + ")";
      case 6 -> "!(" + condition(depth - 1) + ")";
      case 7 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
      case 8 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
      default ->
          "("
              + condition(depth - 1)
              + " ? "
              + condition(depth - 1)
              + " : "
              + condition(depth - 1)
              + ")";
    };
  }

  private String has() {
    return "has("
        + any(List.of("event.properties.n", "event.properties.none", "customer.s", "signals.last"))
        + ")";
  }

  private String years() {
    return any(List.of(" years(customer.birthday)", " years(event.properties.s) + 1"));
  }

  private String timed() {
    String sign = " " + any(SIGNS) + " ";
    return any(List.of("event.time", "now"))
        + any(
            List.of(
                sign + "event.time",
                " > event.time &&" + years() + sign + "25",
                " - event.time" + sign + "hours(2)",
                " - days(1)" + sign + "event.time"));
  }

  private String value(int depth) {
    if (depth == 0 || random.nextInt(3) > 0) {
      return random.nextInt(3) == 0 ? any(CONSTANTS) : any(VALUES);
    }
    String left = value(depth - 1);
    String right = value(depth - 1);
    return switch (random.nextInt(7)) {
      case 0 -> "(" + left + " + " + right + ")";
      case 1 -> "(" + left + " - " + right + ")";
      case 2 -> "(" + left + " * " + right + ")";
      case 3 -> "(" + left + " / " + right + ")";
      case 4 -> "min(" + left + ", " + right + ")";
      case 5 -> "(" + condition(0) + " ? " + left + " : " + right + ")";
      default -> "max(" + left + ", -(" + right + "))";
    };
  }
}
