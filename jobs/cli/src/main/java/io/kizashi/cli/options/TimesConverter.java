package io.kizashi.cli.options;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2x} or {@code 1.5}. */
final class TimesConverter implements ITypeConverter<Double> {
  private static final Pattern WRITTEN = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?x?");

  @Override
  public Double convert(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      throw new TypeConversionException("'" + text + "' is no ratio; write 2x or 1.5x");
    }
    return Double.valueOf(text.replace("x", ""));
  }
}
