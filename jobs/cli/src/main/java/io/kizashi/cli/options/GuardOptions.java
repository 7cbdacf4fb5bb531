package io.kizashi.cli.options;

import io.kizashi.control.guard.GuardPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a text is rolled out under guard. */
public final class GuardOptions {
  private static final int PATIENCE_STEPS = 10;

  @Option(
      names = "--guard",
      required = true,
      description =
          "Roll it out step by step, compare its customers with all others by the topic journey-kpis,"
              + " and go back to the old text when a bound breaks beyond chance.")
  boolean guard;

  @Option(
      names = "--steps",
      split = ",",
      defaultValue = "1,10,50,100",
      paramLabel = "PERCENT",
      description = "Of the customers (default: ${DEFAULT-VALUE}).")
  List<Integer> steps = List.of();

  @Option(
      names = "--step",
      defaultValue = "5m",
      converter = DurationConverter.class,
      description = "How long each step lasts at least (default: ${DEFAULT-VALUE}).")
  Duration step = Duration.ZERO;

  @Option(
      names = "--patience",
      converter = DurationConverter.class,
      description = "How long a step may wait for its sample (default: 10 times --step).")
  Optional<Duration> patience = Optional.empty();

  @Option(
      names = "--sample",
      defaultValue = "200",
      description = "Touchpoints under the new text that a step needs (default: ${DEFAULT-VALUE}).")
  long sample;

  @Option(
      names = "--most-moments",
      defaultValue = "2x",
      converter = TimesConverter.class,
      description = "Moments per touchpoint, times the old text's (default: ${DEFAULT-VALUE}).")
  Double mostMoments = 0.0;

  @Option(
      names = "--most-withheld",
      defaultValue = "0.5",
      description =
          "Share of recommendations chosen but not sent, or the old text's where that is higher"
              + " (default: ${DEFAULT-VALUE}).")
  double mostWithheld;

  @Option(
      names = "--most-retracted",
      defaultValue = "0.2",
      description =
          "Share of moments and recommendations taken back, or the old text's where that is higher"
              + " (default: ${DEFAULT-VALUE}).")
  double mostRetracted;

  @Option(
      names = "--most-negative",
      defaultValue = "1.5x",
      converter = TimesConverter.class,
      description =
          "Negative outcomes per recommendation, times the old text's (default: ${DEFAULT-VALUE}).")
  Double mostNegative = 0.0;

  @Option(
      names = "--base",
      paramLabel = "FILE",
      description = "The old text, needed only where it travelled with the job.")
  public Optional<Path> base = Optional.empty();

  /**
   * All of it.
   *
   * @throws ParameterException if it is no plan
   */
  public GuardPlan plan(CommandLine line) {
    try {
      return new GuardPlan(
          steps,
          step,
          patience.orElse(step.multipliedBy(PATIENCE_STEPS)),
          sample,
          mostMoments,
          mostWithheld,
          mostRetracted,
          mostNegative);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line, e.getMessage(), e);
    }
  }
}
