package io.kizashi.control.template;

import io.kizashi.language.yaml.Nearest;
import io.kizashi.terminal.InputFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A rulebook of everyday work, with places for values: <code>${clicks}</code>, also in its tests,
 * where <code>${10:00+days*1d}</code> reckons from them and <code>${each clicks}</code> at the
 * start of a line repeats the rest of it, <code>${i}</code> being 0, 1, ….
 *
 * @param number its number, {@code 07}
 * @param name its name, {@code rage-clicks}
 * @param title what it does, in one line
 * @param values what an author fills in, in the order of the header
 * @param text the rulebook with its places
 */
public record JobTemplate(String number, String name, Said title, List<Value> values, String text) {
  private static final Pattern HEADER =
      Pattern.compile("# set: ([a-z][a-z_]*) = (.+) \\| (.+) \\| (.+) \\| (.+)");
  private static final Pattern PLACE = Pattern.compile("\\$\\{([^{}]+)}");
  private static final Pattern REPEATED = Pattern.compile("\\$\\{each ([^{}]+)}(.*)");

  /** Copies the values. */
  public JobTemplate {
    values = List.copyOf(values);
  }

  /** The same in two languages. */
  public record Said(String en, String ja) {}

  /**
   * A value that an author fills in.
   *
   * @param name its name
   * @param standard what it is where nothing is filled in
   * @param expected what may be filled in
   * @param meaning what it means
   */
  public record Value(String name, String standard, String expected, Said meaning) {}

  /** Reads a template: the first line of its header is its title, the second the Japanese one. */
  static JobTemplate read(String number, String name, String text) {
    List<String> lines = text.lines().toList();
    List<Value> values = new ArrayList<>();
    for (String line : lines) {
      Matcher header = HEADER.matcher(line);
      if (header.matches()) {
        Said meaning = new Said(header.group(4), header.group(5));
        String expected = header.group(3);
        values.add(new Value(header.group(1), header.group(2), expected, meaning));
      }
    }
    Said title = new Said(lines.get(0).substring(2), lines.get(1).substring(2));
    return new JobTemplate(number, name, title, values, text);
  }

  /** Number and name, as its folder is called. */
  public String id() {
    return number + "-" + name;
  }

  /**
   * The rulebook with values.
   *
   * @param filled by name; what is absent is as standard
   * @throws InputFault with all that is wrong with the values
   */
  public String fill(Map<String, String> filled) {
    Map<String, Amount> amounts = amounts(filled);
    StringBuilder rulebook = new StringBuilder();
    DaysOff off = DaysOff.of(text);
    text.lines().forEach(line -> rulebook.append(filled(line, amounts, off)));
    return rulebook.toString();
  }

  private Map<String, Amount> amounts(Map<String, String> filled) {
    List<String> names = values.stream().map(Value::name).toList();
    List<String> wrong = new ArrayList<>();
    for (String name : filled.keySet()) {
      if (!names.contains(name)) {
        wrong.add(
            "job %s has no value '%s'; %s".formatted(number, name, Nearest.hint(name, names)));
      }
    }
    Map<String, Amount> amounts = new LinkedHashMap<>();
    for (Value value : values) {
      String written = filled.getOrDefault(value.name(), value.standard()).strip();
      Kind kind = Kind.of(value.expected());
      kind.read(written)
          .ifPresentOrElse(
              amount -> amounts.put(value.name(), amount),
              () ->
                  wrong.add(
                      "%s (%s) can't be '%s'; expected %s"
                          .formatted(
                              value.name(), value.meaning().en(), written, kind.expected())));
    }
    if (!wrong.isEmpty()) {
      throw new InputFault(String.join("\n", wrong));
    }
    return amounts;
  }

  private static String filled(String line, Map<String, Amount> amounts, DaysOff off) {
    Matcher header = HEADER.matcher(line);
    if (header.matches()) {
      Amount amount = Reckoning.of(header.group(1), amounts, off);
      String shown = amount instanceof Amount.Words words ? words.words() : amount.text();
      return "#   %s = %s: %s / %s"
          .formatted(header.group(1), shown, header.group(4), header.group(5))
          .concat("\n");
    }
    Matcher repeated = REPEATED.matcher(line);
    if (!repeated.matches()) {
      return placed(line, amounts, off) + "\n";
    }
    int times = Integer.parseInt(Reckoning.of(repeated.group(1), amounts, off).text());
    StringBuilder lines = new StringBuilder();
    IntStream.range(0, times)
        .forEach(
            i -> {
              Map<String, Amount> counted = new LinkedHashMap<>(amounts);
              counted.put("i", Amount.Count.of(Integer.toString(i)));
              lines.append(placed(repeated.group(2), counted, off)).append('\n');
            });
    return lines.toString();
  }

  private static String placed(String line, Map<String, Amount> amounts, DaysOff off) {
    return PLACE
        .matcher(line)
        .replaceAll(
            place -> Matcher.quoteReplacement(Reckoning.of(place.group(1), amounts, off).text()));
  }
}
