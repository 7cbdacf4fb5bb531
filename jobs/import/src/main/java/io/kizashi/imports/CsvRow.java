package io.kizashi.imports;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row as expressions see it: values by column. Columns are shared by all rows of a file. */
final class CsvRow extends AbstractMap<String, Object> {
  private final Map<String, Integer> columns;
  private final String[] values;

  CsvRow(Map<String, Integer> columns, String[] values) {
    this.columns = columns;
    this.values = values;
  }

  @Override
  public @Nullable Object get(@Nullable Object column) {
    Integer at = columns.get(column);
    return at == null ? null : values[at];
  }

  @Override
  public boolean containsKey(@Nullable Object column) {
    return columns.containsKey(column);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Map<String, Object> all = new LinkedHashMap<>();
    columns.forEach((column, at) -> all.put(column, values[at]));
    return all.entrySet();
  }
}
