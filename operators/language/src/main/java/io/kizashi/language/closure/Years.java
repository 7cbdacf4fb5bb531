package io.kizashi.language.closure;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationExceptionBuilder;
import dev.cel.runtime.CelFunctionBinding;
import io.kizashi.core.expression.FactName;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The function {@code years}: full years since a date. It reads the day that it counts to from
 * {@code local.date}, so that what asks for it is known to read the customer's clock. Who was born
 * on 29 February is a year older on 1 March where the year has no such day.
 */
public final class Years {
  /** What an author's {@code years(DATE)} stands for: of a date, and the day it is counted to. */
  public static final String NAME = "@years";

  private static final String WRITTEN = "years";
  private static final String OVERLOAD = "years_of_texts";

  /** Puts the one for the other. */
  public static final CelMacro MACRO =
      CelMacro.newGlobalMacro(
          WRITTEN,
          1,
          (factory, target, arguments) ->
              Optional.of(
                  factory.newGlobalCall(
                      NAME,
                      arguments.get(0),
                      factory.newSelect(
                          factory.newIdentifier(FactName.LOCAL.text()), "date", false))));

  /** What the macro makes, and what stays as it is written where it is not given one date. */
  public static final ImmutableList<CelFunctionDecl> DECLARATIONS =
      ImmutableList.of(
          CelFunctionDecl.newFunctionDeclaration(
              NAME,
              CelOverloadDecl.newGlobalOverload(
                  OVERLOAD, SimpleType.DOUBLE, SimpleType.STRING, SimpleType.STRING)),
          CelFunctionDecl.newFunctionDeclaration(
              WRITTEN,
              CelOverloadDecl.newGlobalOverload(
                  "years_of_text", SimpleType.DOUBLE, SimpleType.STRING)));

  /** Counts for the interpreter. */
  public static final CelFunctionBinding BINDING =
      CelFunctionBinding.from(OVERLOAD, String.class, String.class, Years::counted);

  private Years() {}

  /**
   * Full years between two dates as {@code 2026-04-01}; empty where one is none, or the first is
   * still to come.
   */
  public static Optional<Double> between(String date, String today) {
    try {
      LocalDate from = LocalDate.parse(date);
      LocalDate to = LocalDate.parse(today);
      return from.isAfter(to)
          ? Optional.empty()
          : Optional.of((double) ChronoUnit.YEARS.between(from, to));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Double counted(String date, String today) throws CelEvaluationException {
    return between(date, today)
        .orElseThrow(
            () ->
                CelEvaluationExceptionBuilder.newBuilder("'%s' is no date in the past", date)
                    .build());
  }
}
