package io.kizashi.cli.options;

import io.kizashi.schema.Rfc3339;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time as milliseconds since the epoch. */
public final class TimeConverter implements ITypeConverter<Long> {
  @Override
  public Long convert(String text) {
    OptionalLong time = Rfc3339.parse(text);
    if (time.isEmpty()) {
      throw new TypeConversionException(
          "'" + text + "' is no time; write it as 2026-03-01T10:00:00Z");
    }
    return time.getAsLong();
  }
}
