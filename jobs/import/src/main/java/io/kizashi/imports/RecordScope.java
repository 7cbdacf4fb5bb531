package io.kizashi.imports;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an expression can see. */
enum RecordScope {
  /** A row of a CSV file. */
  ROW,
  /** The rows of one group; {@code row} is the first. */
  GROUP,
  /** A JSON document. */
  DOCUMENT,
  /** An item of a list in a JSON document. */
  ITEM;

  private static final CelType COLUMNS = MapType.create(SimpleType.STRING, SimpleType.STRING);
  private static final CelType PREVIOUS = MapType.create(SimpleType.STRING, SimpleType.TIMESTAMP);

  /** The names with their types, the most used first. */
  Map<String, CelType> variables() {
    Map<String, CelType> all = new LinkedHashMap<>();
    switch (this) {
      case ROW -> all.put("row", COLUMNS);
      case GROUP -> {
        all.put("rows", ListType.create(COLUMNS));
        all.put("row", COLUMNS);
      }
      case DOCUMENT -> all.put("document", SimpleType.DYN);
      case ITEM -> {
        all.put("item", SimpleType.DYN);
        all.put("document", SimpleType.DYN);
      }
    }
    all.put("index", SimpleType.INT);
    all.put("previous", PREVIOUS);
    all.put("file", SimpleType.STRING);
    return all;
  }
}
