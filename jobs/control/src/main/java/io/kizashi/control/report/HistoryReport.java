package io.kizashi.control.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.kizashi.control.publish.PublishedHistory;
import io.kizashi.schema.Publication;
import io.kizashi.schema.Rfc3339;
import java.util.ArrayList;
import java.util.List;

/** All publications of a rulebook, for people and for programs. */
public final class HistoryReport {
  private static final String ROW = "%9s  %-12s  %-24s  %7s  %-10s  %-12s  %s";

  private HistoryReport() {}

  /** A table. */
  public static String text(PublishedHistory book) {
    List<String> lines = new ArrayList<>();
    lines.add(book.name() + (book.entries().isEmpty() ? ": nothing was published" : ""));
    if (!book.entries().isEmpty()) {
      lines.add(ROW.formatted("version", "hash", "time", "percent", "fate", "by", "why"));
    }
    for (PublishedHistory.Outcome outcome : book.outcomes()) {
      Publication publication = outcome.entry().publication();
      lines.add(
          ROW.formatted(
              publication.version(),
              ResultText.shortHash(publication.document().hash()),
              Rfc3339.format(outcome.entry().time()),
              publication.percent(),
              outcome.fate().wire(),
              publication.by(),
              publication.why()));
    }
    return String.join("\n", lines.stream().map(String::stripTrailing).toList());
  }

  /** One object a publication. */
  public static ArrayNode json(PublishedHistory book) {
    ArrayNode all = new ObjectMapper().createArrayNode();
    for (PublishedHistory.Outcome outcome : book.outcomes()) {
      Publication publication = outcome.entry().publication();
      all.addObject()
          .put("rulebook", book.name())
          .put("version", publication.version())
          .put("hash", publication.document().hash())
          .put("time", Rfc3339.format(outcome.entry().time()))
          .put("percent", publication.percent())
          .put("fate", outcome.fate().wire())
          .put("by", publication.by())
          .put("why", publication.why())
          .put("file", publication.document().file());
    }
    return all;
  }
}
