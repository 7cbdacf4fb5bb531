package io.kizashi.control.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.local.replay.ReplaySummary;
import io.kizashi.schema.RulebookRef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** What a comparison has found. */
public final class Compared {
  private static final String TABLE_ROW = "%-28s %8s %8s %12s %12s %8s";

  private final Side a;
  private final Side b;
  private final ReplaySummary readA;
  private final ReplaySummary readB;
  private final DifferenceCounts tally;
  private final List<JsonNode> cases;

  Compared(
      Side a,
      Side b,
      ReplaySummary readA,
      ReplaySummary readB,
      DifferenceCounts tally,
      List<JsonNode> cases) {
    this.a = a;
    this.b = b;
    this.readA = readA;
    this.readB = readB;
    this.tally = tally;
    this.cases = List.copyOf(cases);
  }

  /** As {@code summary.json} has it; the same for the same input. */
  public ObjectNode asJson() {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.set("a", asJson(a, readA));
    json.set("b", asJson(b, readB));
    tally.writeTo(json);
    return json;
  }

  /** The same with the first cases, which stand nowhere else. */
  public ObjectNode asJsonWithCases() {
    ObjectNode json = asJson();
    json.putArray("cases").addAll(cases);
    return json;
  }

  private static ObjectNode asJson(Side side, ReplaySummary read) {
    RulebookRef ref = side.rules().ref();
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.putObject("rulebook")
        .put("name", ref.name())
        .put("version", ref.version())
        .put("hash", ref.hash());
    json.setAll(read.asJson());
    // How fast it went is the only thing that a second run would have otherwise.
    json.remove(List.of("seconds", "touchpointsPerSecond"));
    return json;
  }

  /** A table for people, and the first cases. */
  public String asText() {
    StringJoiner text = new StringJoiner(System.lineSeparator());
    text.add(heading());
    addTable(text, "moments", tally.moments());
    addTable(text, "actions", tally.actions());
    text.add(
        String.format(
            Locale.ROOT,
            "%,d of %,d customers with a decision are decided differently; %,d of them get another"
                + " action, one more or one less",
            tally.differently(),
            tally.decided(),
            tally.otherAction()));
    addCases(text);
    return text.toString();
  }

  private String heading() {
    return String.format(
        Locale.ROOT,
        "%,d touchpoints; %s: %s, %s: %s",
        readA.read(),
        a.label(),
        a.document().file(),
        b.label(),
        b.document().file());
  }

  private void addTable(StringJoiner text, String title, Map<String, DifferenceCounts.Row> rows) {
    String onlyA = "only " + a.label();
    String onlyB = "only " + b.label();
    text.add(
        String.format(
            Locale.ROOT, TABLE_ROW, title, a.label(), b.label(), onlyA, onlyB, "changed"));
    rows.forEach(
        (name, row) ->
            text.add(
                String.format(
                    Locale.ROOT,
                    TABLE_ROW,
                    name,
                    row.a(),
                    row.b(),
                    row.onlyInA(),
                    row.onlyInB(),
                    row.changed())));
  }

  private void addCases(StringJoiner text) {
    cases.forEach(difference -> text.add(Cases.text(difference, a, b)));
  }

  /** What side B would have done instead of side A, for people. */
  public String asForecast() {
    StringJoiner text = new StringJoiner(System.lineSeparator());
    text.add(heading());
    text.add("would be detected:");
    tally.moments().forEach((name, row) -> text.add(forecast(name, row)));
    text.add("would be recommended:");
    tally.actions().forEach((name, row) -> text.add(forecast(name, row)));
    text.add(
        String.format(
            Locale.ROOT,
            "%,d of %,d customers would get another action, one more or one less; %,d the same at"
                + " another time, place or in other words",
            tally.otherAction(),
            tally.decided(),
            tally.differently() - tally.otherAction()));
    if (tally.dueLater() > 0) {
      text.add(
          String.format(
              Locale.ROOT,
              "not counted: %,d moments and actions due after the end of the stretch",
              tally.dueLater()));
    }
    addCases(text);
    return text.toString();
  }

  private static String forecast(String name, DifferenceCounts.Row row) {
    return String.format(
        Locale.ROOT,
        "  %-28s %,8d -> %,d (%+,d%s)",
        name,
        row.a(),
        row.b(),
        row.b() - row.a(),
        row.changed() > 0 ? String.format(Locale.ROOT, ", %,d otherwise", row.changed()) : "");
  }
}
