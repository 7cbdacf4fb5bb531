package io.kizashi.imports;

import io.kizashi.schema.Touchpoint;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maps the records of files, one file after the other. */
final class Importer {
  /** A row's references, array and object. */
  private static final int ROW_BYTES = 64;

  private static final int COLUMN_BYTES = 32;

  private final Mapping mapping;
  private final TouchpointMaker maker;
  private final RecordCounts tally;
  private final Events events;
  private final Budget budget;
  private final Runnable progress;
  private final Map<String, Object> variables = new HashMap<>();
  private long index;

  Importer(Mapping mapping, RecordCounts tally, Events events, Budget budget, Runnable progress) {
    this.mapping = mapping;
    this.maker = new TouchpointMaker(mapping);
    this.tally = tally;
    this.events = events;
    this.budget = budget;
    this.progress = progress;
  }

  void file(String name, InputStream in) throws IOException {
    variables.clear();
    variables.put("file", name);
    variables.put("previous", Map.of());
    index = 0;
    switch (mapping.format()) {
      case CSV -> csv(name, in);
      case JSON -> new JsonDocuments(name, new Documents()).read(in);
    }
  }

  private void csv(String name, InputStream in) throws IOException {
    Rows rows = new Rows();
    new CsvRows(name, mapping.csv(), rows).read(in, mapping.columns());
    rows.finish();
  }

  /** The record that the variables hold, if no condition leaves it out. */
  private boolean wanted(RecordPlace place) {
    tally.record();
    progress.run();
    try {
      for (Map.Entry<String, Expression> condition : mapping.skip().entrySet()) {
        if (condition.getValue().holds(variables)) {
          tally.skipped(condition.getKey());
          return false;
        }
      }
      return true;
    } catch (BadRecord e) {
      tally.bad(place, e.reason());
      return false;
    }
  }

  private void map(RecordPlace place) {
    try {
      Touchpoint touchpoint = maker.make(variables);
      if (!events.add(touchpoint)) {
        throw new BadRecord(
            "id: '"
                + touchpoint.id()
                + "' came before for customer '"
                + touchpoint.cameUnder().id()
                + "'; an id is unique for its customer");
      }
      variables.put("previous", Map.of("time", Instant.ofEpochMilli(touchpoint.time())));
    } catch (BadRecord e) {
      tally.bad(place, e.reason());
    }
  }

  /** Rows are mapped as they come, or gathered by key until the file ends. */
  private final class Rows implements CsvRows.Sink {
    private record Group(RecordPlace place, List<CsvRow> rows) {}

    private final Map<Object, Group> groups = new LinkedHashMap<>();
    private long taken;

    @Override
    public void row(RecordPlace place, CsvRow row) {
      variables.put("row", row);
      variables.put("index", index++);
      if (!wanted(place)) {
        return;
      }
      if (mapping.groupBy().isEmpty()) {
        map(place);
      } else {
        gather(place, row);
      }
    }

    private void gather(RecordPlace place, CsvRow row) {
      try {
        Object key =
            mapping
                .groupBy()
                .get()
                .value(variables)
                .orElseThrow(() -> new BadRecord("group-by: the value is empty"));
        groups.computeIfAbsent(key, k -> new Group(place, new ArrayList<>())).rows().add(row);
        long bytes = ROW_BYTES + (long) COLUMN_BYTES * row.size();
        budget.take(bytes);
        taken += bytes;
      } catch (BadRecord e) {
        tally.bad(place, e.reason());
      }
    }

    @Override
    public void bad(RecordPlace place, String message) {
      tally.record();
      tally.bad(place, message);
    }

    void finish() {
      long number = 0;
      for (Group group : groups.values()) {
        variables.put("row", group.rows().get(0));
        variables.put("rows", group.rows());
        variables.put("index", number++);
        map(group.place());
      }
      budget.giveBack(taken);
    }
  }

  /** Documents are records, or hold a list of them. */
  private final class Documents implements JsonDocuments.Sink {
    @Override
    public void document(RecordPlace place, Object document) {
      variables.put("document", document);
      if (mapping.each().isPresent()) {
        items(place, mapping.each().get());
      } else if (document instanceof List) {
        bad(place, "the document is a list; 'each: document' takes its items");
      } else {
        record(place, index++);
      }
    }

    private void items(RecordPlace place, Expression each) {
      variables.put("previous", Map.of());
      try {
        Object items = each.value(variables).orElse(List.of());
        if (!(items instanceof List<?> list)) {
          throw new BadRecord("each: must be a list");
        }
        for (int i = 0; i < list.size(); i++) {
          variables.put("item", list.get(i));
          record(place.item(i), i);
        }
      } catch (BadRecord e) {
        bad(place, e.reason());
      }
    }

    private void record(RecordPlace place, long number) {
      variables.put("index", number);
      if (wanted(place)) {
        map(place);
      }
    }

    @Override
    public void bad(RecordPlace place, String message) {
      tally.record();
      tally.bad(place, message);
    }
  }
}
