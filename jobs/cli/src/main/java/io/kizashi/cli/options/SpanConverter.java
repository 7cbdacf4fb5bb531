package io.kizashi.cli.options;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long something lasts: {@code 45s 30m 2h 7d}. */
public final class SpanConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    if (!text.matches("[1-9]\\d{0,5}[smhd]")) {
      throw new TypeConversionException(
          "'" + text + "' is no duration; write a number and a unit: 45s, 30m, 2h, 7d");
    }
    return Duration.parse((text.endsWith("d") ? "P" : "PT") + text);
  }
}
