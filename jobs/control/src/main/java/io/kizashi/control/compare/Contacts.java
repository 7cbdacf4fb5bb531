package io.kizashi.control.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.terminal.EnvironmentFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who would be contacted otherwise by side B: each of them as CSV, or how many by action, day and
 * reason.
 *
 * @param zone whose days are meant
 * @param format how it is written
 */
public record Contacts(ZoneId zone, Format format) {
  private static final List<String> COLUMNS =
      List.of(
          "day", "time", "customer", "moment", "action", "channel", "change", "before", "reason");
  private static final String ROW = "%-10s  %-28s  %-9s  %9s  %s";

  /** How contacts are written. */
  public enum Format {
    /** One line each, for spreadsheets. */
    CSV,
    /** How many, for people. */
    TABLE
  }

  /** What becomes of a contact. */
  private enum Change {
    MORE("more"),
    LESS("less"),
    INSTEAD("instead"),
    OTHERWISE("otherwise");

    private final String word;

    Change(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  private record Contact(
      String day, String time, String customer, String moment, JsonNode a, JsonNode b, String why) {
    Change change() {
      if (a.isMissingNode()) {
        return Change.MORE;
      }
      if (b.isMissingNode()) {
        return Change.LESS;
      }
      return a.path("action").equals(b.path("action")) ? Change.OTHERWISE : Change.INSTEAD;
    }

    /** What the customer gets, or no longer gets. */
    JsonNode what() {
      return b.isMissingNode() ? a : b;
    }
  }

  /** By day, then by name: counts of a table. */
  private record Group(String day, String action, Change change, String why)
      implements Comparable<Group> {
    private static final Comparator<Group> ORDER =
        Comparator.comparing(Group::day)
            .thenComparing(Group::action)
            .thenComparing(Group::change)
            .thenComparing(Group::why);

    @Override
    public int compareTo(Group other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Prints what {@code differences.jsonl} holds, in its order.
   *
   * @throws EnvironmentFault if it can't be read
   */
  public void print(Path differences, PrintWriter out) {
    switch (format) {
      case CSV -> {
        out.println(String.join(",", COLUMNS));
        each(differences, contact -> out.println(csv(contact)));
      }
      case TABLE -> table(differences, out);
    }
  }

  private void table(Path differences, PrintWriter out) {
    SortedMap<Group, Long> groups = new TreeMap<>();
    each(
        differences,
        it ->
            groups.merge(
                new Group(
                    it.day(), it.what().path("action").asText(), it.change(), plain(it.why())),
                1L,
                Long::sum));
    out.println(String.format(Locale.ROOT, ROW, "day", "action", "change", "customers", "reason"));
    groups.forEach(
        (group, count) ->
            out.println(
                String.format(
                    Locale.ROOT,
                    ROW,
                    group.day(),
                    group.action(),
                    group.change().word(),
                    String.format(Locale.ROOT, "%,d", count),
                    group.why())));
  }

  /** A reason without the length of time that differs from one to the next. */
  private static String plain(String why) {
    return why.replaceAll("\\b\\d+(d|h|m|s|ms)( \\d+(d|h|m|s|ms))*\\b", "…");
  }

  private void each(Path differences, Consumer<Contact> consumer) {
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader in = Files.newBufferedReader(differences)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode difference = json.readTree(line);
        boolean sent =
            !standing(difference.path("a")).isMissingNode()
                || !standing(difference.path("b")).isMissingNode();
        if (sent && difference.path("what").asText().equals("action")) {
          consumer.accept(contact(difference));
        }
      }
    } catch (IOException e) {
      throw new EnvironmentFault(differences + ": can't be read (" + e.getMessage() + ")", e);
    }
  }

  /** What was taken back on a side is no contact of it. */
  private Contact contact(JsonNode difference) {
    JsonNode a = standing(difference.path("a"));
    JsonNode b = standing(difference.path("b"));
    JsonNode what = b.isMissingNode() ? a : b;
    Instant time =
        Instant.parse(what.path("time").asText())
            .plus(SpokenDuration.parse(what.path("sentAfter").asText()));
    return new Contact(
        time.atZone(zone).toLocalDate().toString(),
        time.toString(),
        difference.path("customer").asText(),
        difference.path("rule").asText(),
        a,
        b,
        difference.path("why").asText());
  }

  private static JsonNode standing(JsonNode side) {
    return side.path(Difference.RETRACTED).asBoolean()
        ? side.path("") // a field that no side has
        : side;
  }

  private static String csv(Contact it) {
    return Stream.of(
            it.day(),
            it.time(),
            it.customer(),
            it.moment(),
            it.what().path("action").asText(),
            it.what().path("channel").asText(),
            it.change().word(),
            it.a().path("action").asText(),
            it.why())
        .map(Contacts::cell)
        .collect(Collectors.joining(","));
  }

  /** Quoted where it must be; what a spreadsheet would calculate stays text. */
  private static String cell(String value) {
    String text = value.matches("(?s)[=+@\\t\\r-].*") ? "'" + value : value;
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
