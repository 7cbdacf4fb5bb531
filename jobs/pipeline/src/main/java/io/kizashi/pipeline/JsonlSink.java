package io.kizashi.pipeline;

import io.kizashi.flink.OutputRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes values as lines, each task to a file of its own, which it begins anew. For bounded jobs
 * without restarts: it knows nothing of checkpoints.
 */
final class JsonlSink implements Sink<OutputRecord> {
  private static final long serialVersionUID = 1L;

  private final String folder;

  JsonlSink(String folder) {
    this.folder = folder;
  }

  @Override
  public SinkWriter<OutputRecord> createWriter(WriterInitContext context) throws IOException {
    Path path = Path.of(folder);
    Files.createDirectories(path);
    int task = context.getTaskInfo().getIndexOfThisSubtask();
    return new Writer(Files.newOutputStream(path.resolve("part-" + task + ".jsonl")));
  }

  private static final class Writer implements SinkWriter<OutputRecord> {
    private final OutputStream out;

    Writer(OutputStream out) {
      this.out = new BufferedOutputStream(out);
    }

    @Override
    public void write(OutputRecord record, Context context) throws IOException {
      out.write(record.value());
      out.write('\n');
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
