package io.kizashi.cli.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * What an import tells at its end.
 *
 * @param mapping the mapping's name
 * @param files files that were read
 * @param ignored files of a folder or archive whose name did not fit
 * @param tally what became of the records
 * @param touchpoints written
 * @param out where to
 * @param seconds it took
 */
record Summary(
    String mapping,
    int files,
    int ignored,
    Tally tally,
    int touchpoints,
    String out,
    double seconds) {
  private static final double TENTHS = 10.0;

  void print(PrintWriter to) {
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
  static void printBad(Tally tally, PrintWriter to) {
    tally.shown().forEach(bad -> to.println(bad.place() + ": " + bad.message()));
    long more = tally.bad() - tally.shown().size();
    if (more > 0) {
      to.printf(Locale.ROOT, "… and %,d more bad records%n", more);
    }
  }

  ObjectNode json() {
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
