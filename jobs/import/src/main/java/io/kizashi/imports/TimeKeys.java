package io.kizashi.imports;

import dev.cel.common.types.CelKind;
import io.kizashi.imports.Mapping.Time;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Compiles {@code time}: an expression, or one with the form that the export writes it in. */
final class TimeKeys {
  private static final List<String> FORMATS = List.of("rfc3339", "epoch-seconds", "epoch-millis");
  private static final BigDecimal MILLIS_PER_SECOND = BigDecimal.valueOf(1000);

  /** Letters of a pattern that stand for a zone; what is in quotes is no letter. */
  private static final Pattern NAMES_ZONE = Pattern.compile("(?:[^']|'[^']*')*?[VzOXxZ].*");

  private final MappingExpressions compiler;
  private final Problems problems;

  TimeKeys(MappingExpressions compiler, Problems problems) {
    this.compiler = compiler;
    this.problems = problems;
  }

  Optional<Time> read(YamlNode node, Set<CelKind> kinds) {
    if (node instanceof Scalar scalar) {
      return expression(scalar, kinds).map(value -> new Time(value, new TimeFormat.OfRfc3339()));
    }
    Optional<MappingKeys> present = MappingKeys.of(node, problems);
    if (present.isEmpty()) {
      return Optional.empty();
    }
    MappingKeys keys = present.get().known(List.of("value", "format", "pattern", "zone"));
    Optional<TimeFormat> format = format(keys);
    return keys.required("value", "the expression that holds the time")
        .flatMap(value -> keys.scalar("value", value))
        .flatMap(value -> expression(value, kinds))
        .flatMap(value -> format.map(form -> new Time(value, form)));
  }

  private Optional<Expression> expression(Scalar node, Set<CelKind> kinds) {
    return compiler.compile("time", node, kinds, "text, a number or a time");
  }

  private Optional<TimeFormat> format(MappingKeys keys) {
    if (keys.get("pattern").isPresent()) {
      keys.scalar("format")
          .ifPresent(
              node ->
                  problems.error(
                      node.at(), "both", "'format' and 'pattern' exclude each other", "keep one"));
      return keys.scalar("pattern").flatMap(node -> pattern(node, keys));
    }
    keys.get("zone")
        .ifPresent(
            node ->
                problems.error(
                    node.at(),
                    "no_pattern",
                    "'zone' needs a 'pattern'",
                    "other forms name theirs"));
    return keys.get("format").isEmpty()
        ? Optional.of(new TimeFormat.OfRfc3339())
        : keys.scalar("format").flatMap(this::named);
  }

  private Optional<TimeFormat> named(Scalar node) {
    return switch (node.text()) {
      case "rfc3339" -> Optional.of(new TimeFormat.OfRfc3339());
      case "epoch-seconds" -> Optional.of(new TimeFormat.Epoch(MILLIS_PER_SECOND));
      case "epoch-millis" -> Optional.of(new TimeFormat.Epoch(BigDecimal.ONE));
      default -> {
        problems.error(
            node.at(),
            "unknown_value",
            "there is no time format '" + node.text() + "'",
            Nearest.to(node.text(), FORMATS)
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElse("known here: rfc3339, epoch-seconds, epoch-millis; or 'pattern:'"));
        yield Optional.empty();
      }
    };
  }

  private Optional<TimeFormat> pattern(Scalar node, MappingKeys keys) {
    Optional<ZoneId> zone = zone(keys);
    if (keys.get("zone").isEmpty() && !NAMES_ZONE.matcher(node.text()).matches()) {
      problems.error(
          node.at(),
          "no_zone",
          "times in this pattern name no time zone",
          "add a zone, as in 'zone: Europe/London'");
      return Optional.empty();
    }
    try {
      return Optional.of(TimeFormat.OfPattern.of(node.text(), zone));
    } catch (IllegalArgumentException e) {
      problems.error(
          node.at(),
          "pattern",
          "this is no time pattern: " + e.getMessage(),
          "for example 'yyyy-MM-dd HH:mm:ss'");
      return Optional.empty();
    }
  }

  private Optional<ZoneId> zone(MappingKeys keys) {
    Optional<Scalar> node = keys.scalar("zone");
    try {
      return node.map(text -> ZoneId.of(text.text()));
    } catch (DateTimeException e) {
      problems.error(
          node.orElseThrow().at(),
          "unknown_value",
          "there is no time zone '" + node.orElseThrow().text() + "'",
          Nearest.to(node.orElseThrow().text(), ZoneId.getAvailableZoneIds())
              .map(nearest -> "did you mean '" + nearest + "'?")
              .orElse("for example Asia/Tokyo, Europe/London or UTC"));
      return Optional.empty();
    }
  }
}
