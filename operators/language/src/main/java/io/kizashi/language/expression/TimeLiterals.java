package io.kizashi.language.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import io.kizashi.language.closure.Years;
import io.kizashi.schema.Rfc3339;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lengths and points of time as expressions write them. */
final class TimeLiterals {
  /** As CEL has it, and days besides, as everywhere else in a rulebook. */
  private static final Pattern LENGTH =
      Pattern.compile("-?(?:\\d{1,9}(?:\\.\\d{1,9})?(?:d|h|m|s|ms|us|ns))+");

  private static final Pattern PART = Pattern.compile("([\\d.]+)([a-z]+)");

  private static final Map<String, BigDecimal> NANOS =
      Map.of(
          "d", BigDecimal.valueOf(86_400_000_000_000L),
          "h", BigDecimal.valueOf(3_600_000_000_000L),
          "m", BigDecimal.valueOf(60_000_000_000L),
          "s", BigDecimal.valueOf(1_000_000_000L),
          "ms", BigDecimal.valueOf(1_000_000L),
          "us", BigDecimal.valueOf(1_000L),
          "ns", BigDecimal.ONE);

  private static final BigDecimal SECOND = NANOS.getOrDefault("s", BigDecimal.ONE);

  private TimeLiterals() {}

  /**
   * A constant that can never be read.
   *
   * @param id of the call that would read it
   */
  record Wrong(long id, String message, String hint) {}

  /** The first constant of an expression that can never be read as what it should be. */
  static Optional<Wrong> wrong(CelAbstractSyntaxTree ast) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .map(node -> node.expr())
        .filter(expr -> expr.exprKind().getKind() == Kind.CALL && !expr.call().args().isEmpty())
        .flatMap(expr -> wrong(expr.id(), expr.call()))
        .findFirst();
  }

  private static Stream<Wrong> wrong(long id, CelCall call) {
    CelExpr argument = call.args().get(0);
    if (argument.exprKind().getKind() != Kind.CONSTANT
        || argument.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
      return Stream.of();
    }
    String text = argument.constant().stringValue();
    return switch (call.function()) {
      case "duration" ->
          length(text).isPresent()
              ? Stream.of()
              : Stream.of(
                  new Wrong(
                      id,
                      "'" + text + "' is no length of time",
                      "write a number and a unit: duration(\"30m\"), duration(\"7d\")"));
      case "timestamp" ->
          Rfc3339.parse(text).isPresent()
              ? Stream.of()
              : Stream.of(
                  new Wrong(
                      id,
                      "'" + text + "' is no point in time",
                      "write date, time and zone: timestamp(\"2026-04-01T00:00:00+09:00\")"));
      case Years.NAME ->
          Years.between(text, LocalDate.MAX.toString()).isPresent()
              ? Stream.of()
              : Stream.of(
                  new Wrong(
                      id, "'" + text + "' is no date", "write a date: years(\"2000-04-01\")"));
      default -> Stream.of();
    };
  }

  /** A length such as {@code 7d}, {@code 1h30m}, {@code 1.5s}; empty if it is none. */
  static Optional<Duration> length(String text) {
    if (!LENGTH.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal nanos = BigDecimal.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      BigDecimal unit = NANOS.getOrDefault(part.group(2), BigDecimal.ONE);
      nanos = nanos.add(new BigDecimal(part.group(1)).multiply(unit));
    }
    BigDecimal[] split = nanos.divideAndRemainder(SECOND);
    Duration length = Duration.ofSeconds(split[0].longValue(), split[1].longValue());
    return Optional.of(text.startsWith("-") ? length.negated() : length);
  }
}
