package io.kizashi.flink;

import io.kizashi.flink.recall.SaidLog;
import io.kizashi.flink.recall.SaidRecord;
import io.kizashi.flink.recall.SaidRecord.Output;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.function.ThrowingConsumer;

/** An output topic of one partition, which others may write to as well. */
final class WrittenLog implements SaidLog, SaidLog.Tail {
  private static final long serialVersionUID = 1L;
  private static final String PLACE = "said-0";

  private final transient List<SaidRecord> records = new ArrayList<>();

  /** Records as {@link Persons} gives them out: a type, and JSON behind a blank. */
  void write(Output output, List<String> said) {
    for (String record : said) {
      byte[] json = record.substring(record.indexOf(' ') + 1).getBytes(StandardCharsets.UTF_8);
      records.add(new SaidRecord(output, json));
    }
  }

  @Override
  public Tail open() {
    return this;
  }

  @Override
  public Map<String, Long> ends() {
    return Map.of(PLACE, (long) records.size());
  }

  @Override
  public <E extends Exception> Map<String, Long> read(
      Map<String, Long> from, ThrowingConsumer<SaidRecord, E> to) throws E {
    for (int i = from.getOrDefault(PLACE, 0L).intValue(); i < records.size(); i++) {
      to.accept(records.get(i));
    }
    return ends();
  }

  @Override
  public void close() {
    // Its records stay.
  }
}
