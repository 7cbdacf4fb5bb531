package io.kizashi.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;

/** What an import tells at its end. */
public final class Summary {
  private static final double TENTHS = 10.0;

  private final String mapping;
  private final int files;
  private final int ignored;
  private final RecordCounts tally;
  private final int touchpoints;
  private final String out;
  private final double seconds;

  Summary(
      String mapping,
      int files,
      int ignored,
      RecordCounts tally,
      int touchpoints,
      String out,
      double seconds) {
    this.mapping = mapping;
    this.files = files;
    this.ignored = ignored;
    this.tally = tally;
    this.touchpoints = touchpoints;
    this.out = out;
    this.seconds = seconds;
  }

  /**
   * Tells people.
   *
   * @param to gets what became of the records
   * @param err gets the bad ones, the first few of many
   */
  public void print(PrintWriter to, PrintWriter err) {
    printBad(tally, err);
    to.printf(
        Locale.ROOT,
        "%s: %,d touchpoints from %,d records in %,d %s -> %s (%.1f s)%n",
        mapping,
        touchpoints,
        tally.records(),
        files,
        files == 1 ? "file" : "files",
        out,
        seconds);
    tally
        .skipped()
        .forEach((name, count) -> to.printf(Locale.ROOT, "  skipped %s: %,d%n", name, count));
    if (tally.bad() > 0) {
      to.printf(Locale.ROOT, "  bad: %,d%n", tally.bad());
    }
  }

  /** The bad records, the first few of many. */
  static void printBad(RecordCounts tally, PrintWriter to) {
    tally.shown().forEach(bad -> to.println(bad.place() + ": " + bad.message()));
    long more = tally.bad() - tally.shown().size();
    if (more > 0) {
      to.printf(Locale.ROOT, "… and %,d more bad records%n", more);
    }
  }

  /** The same for programs. */
  public ObjectNode json() {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("mapping", mapping).put("out", out).put("files", files).put("ignored", ignored);
    node.put("records", tally.records()).put("touchpoints", touchpoints);
    ObjectNode skipped = node.putObject("skipped");
    tally.skipped().forEach(skipped::put);
    node.put("bad", tally.bad());
    ArrayNode shown = node.putArray("badRecords");
    tally
        .shown()
        .forEach(
            bad ->
                shown
                    .addObject()
                    .put("where", bad.place().toString())
                    .put("message", bad.message()));
    return node.put("seconds", Math.round(seconds * TENTHS) / TENTHS);
  }
}
