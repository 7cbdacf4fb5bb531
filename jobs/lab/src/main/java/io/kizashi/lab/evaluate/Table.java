package io.kizashi.lab.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Prints the rows for people. */
public final class Table {
  private Table() {}

  public static void print(List<Row> rows, PrintWriter out) {
    out.printf(
        "%-24s %-12s %6s %6s %7s %7s %11s %12s %9s%n",
        "odd rows",
        "measure",
        "texts",
        "aim",
        "scorer",
        "(even)",
        "no grammar",
        "own lexicon",
        "majority");
    for (Row row : rows) {
      out.printf(
          Locale.ROOT,
          "%-24s %-12s %6d %6s %7.3f %7.3f %11.3f %12.3f %9s%n",
          row.title(),
          row.measure(),
          row.texts(),
          figure(row.aim()),
          row.scorer(),
          row.even(),
          row.noGrammar(),
          row.ownLexicon(),
          figure(row.majority()));
    }
    sure(rows, out);
    rows.stream().filter(row -> !row.kinds().isEmpty()).forEach(row -> kinds(row, out));
  }

  /** One object with a member {@code rows}; its names are those of {@link Row}. */
  public static ObjectNode json(List<Row> rows) {
    ObjectNode all = new ObjectMapper().createObjectNode();
    ArrayNode array = all.putArray("rows");
    for (Row row : rows) {
      ObjectNode node = array.addObject();
      node.put("title", row.title()).put("measure", row.measure()).put("texts", row.texts());
      row.aim().ifPresent(aim -> node.put("aim", aim));
      node.put("scorer", row.scorer()).put("even", row.even());
      node.put("noGrammar", row.noGrammar()).put("ownLexicon", row.ownLexicon());
      row.majority().ifPresent(majority -> node.put("majority", majority));
      ObjectNode sure = node.putObject("sure");
      sure.put("texts", row.sure().texts()).put("right", row.sure().right());
      if (!row.kinds().isEmpty()) {
        ObjectNode kinds = node.putObject("kinds");
        row.kinds().forEach(kinds::put);
      }
    }
    return all;
  }

  /** Once for each set, by whatever it is measured. */
  private static void sure(List<Row> rows, PrintWriter out) {
    Map<String, Certainty> sets = new LinkedHashMap<>();
    rows.forEach(row -> sets.putIfAbsent(row.title(), row.sure()));
    String sure =
        sets.entrySet().stream()
            .map(set -> set.getKey() + " " + set.getValue().right() + "/" + set.getValue().texts())
            .collect(Collectors.joining(", "));
    out.printf("%nright sign where confidence is more than 0.9, odd rows:%n  %s%n", sure);
  }

  private static void kinds(Row row, PrintWriter out) {
    String kinds =
        row.kinds().entrySet().stream()
            .map(kind -> kind.getKey() + " " + kind.getValue())
            .collect(Collectors.joining(", "));
    out.printf("%n%s, %s right by kind, all rows:%n  %s%n", row.title(), row.measure(), kinds);
  }

  private static String figure(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "";
  }
}
