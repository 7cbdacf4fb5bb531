package io.kizashi.language.read;

import io.kizashi.core.time.Durations;
import io.kizashi.language.typed.TypedDuration;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as authors write them: 500ms, 10s, 30m, 2h, 7d. */
final class DurationReader {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d|bd)");

  private DurationReader() {}

  static OptionalLong read(Scalar scalar, long least, long most, Problems problems) {
    Matcher form = FORM.matcher(scalar.text());
    if (!form.matches()) {
      Optional<String> meant =
          TypedDuration.of(scalar.text()).filter(it -> FORM.matcher(it).matches());
      problems.error(
          scalar.at(),
          "duration",
          "'" + scalar.text() + "' is no duration",
          "write a number and a unit: 10s, 30m, 2h, 7d",
          meant.flatMap(it -> Fix.whole(scalar, it)));
      return meant.isPresent()
          ? read(new Scalar(scalar.at(), meant.get(), false), least, most, problems)
          : OptionalLong.empty();
    }
    Long unit = Durations.UNITS.get(form.group(2));
    if (unit == null) {
      problems.error(
          scalar.at(),
          "duration",
          "business days can't stand here",
          "only the for: of an absence counts business days; write calendar days: 5d");
      return OptionalLong.empty();
    }
    long millis = Long.parseLong(form.group(1)) * unit;
    if (millis < least || millis > most) {
      problems.error(
          scalar.at(),
          "out_of_bounds",
          "'" + scalar.text() + "' is out of bounds",
          "it must lie between " + Durations.text(least) + " and " + Durations.text(most));
      return OptionalLong.empty();
    }
    return OptionalLong.of(millis);
  }

  /** How many business days are written; empty where something else is. */
  static OptionalInt businessDays(Scalar scalar) {
    Matcher form = FORM.matcher(scalar.text());
    return form.matches() && form.group(2).equals("bd")
        ? OptionalInt.of(Integer.parseInt(form.group(1)))
        : OptionalInt.empty();
  }
}
