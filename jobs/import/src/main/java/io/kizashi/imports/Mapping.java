package io.kizashi.imports;

import io.kizashi.language.yaml.Mark;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A checked mapping.
 *
 * @param name for the summary
 * @param format what the files hold
 * @param files name pattern of the files that are read from a folder or archive, such as *.json
 * @param csv how CSV files are written
 * @param each the list in a document whose items are the records
 * @param groupBy rows of equal value make one touchpoint
 * @param skip conditions by name under which a record is left out
 * @param time of the touchpoint
 * @param fields the other fields of the touchpoint, by name
 * @param emotion parts of {@code emotion}, by name
 * @param properties by name
 */
record Mapping(
    String name,
    Format format,
    List<String> files,
    CsvShape csv,
    Optional<Expression> each,
    Optional<Expression> groupBy,
    Map<String, Expression> skip,
    Time time,
    Map<String, Expression> fields,
    Map<String, Expression> emotion,
    Map<String, Expression> properties) {
  Mapping {
    files = List.copyOf(files);
    skip = Collections.unmodifiableMap(new LinkedHashMap<>(skip));
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    emotion = Collections.unmodifiableMap(new LinkedHashMap<>(emotion));
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** What the files hold. */
  enum Format {
    CSV("csv"),
    JSON("json");

    private final String wire;

    Format(String wire) {
      this.wire = wire;
    }

    /** As mappings spell it. */
    String wire() {
      return wire;
    }

    /** What files of the format are named like. */
    List<String> files() {
      return switch (this) {
        case CSV -> List.of("*.csv");
        case JSON -> List.of("*.json", "*.jsonl", "*.ndjson");
      };
    }
  }

  /**
   * How CSV files are written.
   *
   * @param columns names of the columns; where there are none, the first row holds them
   */
  record CsvShape(char delimiter, List<String> columns, Charset encoding) {
    CsvShape {
      columns = List.copyOf(columns);
    }
  }

  /** The touchpoint's time: where it stands, and how it is written. */
  record Time(Expression value, TimeFormat format) {}

  /** Every column that some expression can't do without. */
  Map<String, Mark> columns() {
    Map<String, Mark> all = new LinkedHashMap<>();
    Stream.of(
            groupBy.stream(),
            skip.values().stream(),
            Stream.of(time.value()),
            fields.values().stream(),
            emotion.values().stream(),
            properties.values().stream())
        .flatMap(each -> each)
        .forEach(expression -> expression.columns().forEach(all::putIfAbsent));
    return all;
  }
}
