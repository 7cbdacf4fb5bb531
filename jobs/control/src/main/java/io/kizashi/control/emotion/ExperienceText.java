package io.kizashi.control.emotion;

import io.kizashi.core.emotion.EmotionalState;
import io.kizashi.core.emotion.PeakEnd;
import io.kizashi.core.signal.Mood;
import io.kizashi.schema.Position;
import io.kizashi.schema.Rfc3339;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** An experience for people. */
final class ExperienceText {
  private final EmotionCurve experience;
  private final EmotionalState state;
  private final PrintWriter out;

  ExperienceText(EmotionCurve experience, PrintWriter out) {
    this.experience = experience;
    this.state = experience.state();
    this.out = out;
  }

  void print() {
    if (experience.told().isEmpty()) {
      out.println("nothing that the customer did or said told of an emotion");
    } else {
      curve();
    }
    state();
    experience
        .remembered()
        .forEach((kind, parts) -> parts.forEach((name, part) -> part(kind + " " + name, part)));
  }

  private void curve() {
    Map<Position, Double> curve = new HashMap<>();
    state.curve().forEach(point -> curve.put(point.at(), point.valence()));
    out.println("time                        said  valence");
    for (EmotionLine told : experience.told()) {
      line(
          "%s  %s   %s  %s by %s",
          Rfc3339.format(told.touchpoint().time()),
          number(told.emotion().valence()),
          number(Objects.requireNonNull(curve.get(told.touchpoint().position()))),
          told.name(),
          source(told.emotion().source()));
      experience.saying(told).ifPresent(this::saying);
    }
  }

  /** Under its touchpoint: the passage, and what each of its words adds. */
  private void saying(Saying saying) {
    String words =
        saying.words().stream()
            .map(word -> saying.word(word) + " " + number(word.valence()).strip())
            .collect(Collectors.joining(", "));
    line("  \"%s\": %s", saying.line(), words);
  }

  private static String source(String source) {
    return source.isEmpty() ? "an unnamed source" : source;
  }

  private void state() {
    line("%nat %s", Rfc3339.format(state.at()));
    line("  valence     %s", number(state.valence()));
    state.bySource().forEach((name, share) -> line("    %s by %s", number(share), source(name)));
    line("  arousal     %s", number(state.arousal()));
    line("  confidence  %s", number(state.confidence()));
    line("  trend       %s", number(state.trend()));
    line("  lowest      %s", extreme(state.lowest()));
    line("  highest     %s", extreme(state.highest()));
    line("  label       %s", state.label().orElse("none"));
  }

  private String extreme(Optional<Mood.Point> point) {
    return point
        .map(
            p ->
                "%s at %s by %s"
                    .formatted(
                        number(p.valence()),
                        Rfc3339.format(p.at().time()),
                        experience.at(p).name()))
        .orElse("none within a day");
  }

  private void part(String name, PeakEnd part) {
    line("%n%s will be remembered as %s", name, number(part.remembered()).strip());
    line("  peak        %s by %s", number(PeakEnd.valence(part.peak())), part.peak().id());
    line("  end         %s by %s", number(PeakEnd.valence(part.end())), part.end().id());
  }

  private void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%6.3f", number);
  }
}
