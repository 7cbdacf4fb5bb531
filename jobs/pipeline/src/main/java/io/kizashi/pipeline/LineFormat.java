package io.kizashi.pipeline;

import io.kizashi.flink.RawRecord;
import io.kizashi.flink.Streams;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;

/** Lines as raw bytes, numbered from 1; damaged UTF-8 stays as it is. */
final class LineFormat extends SimpleStreamFormat<RawRecord> {
  private static final long serialVersionUID = 1L;

  private final String file;

  /** Lines whose origin is {@code file}. */
  LineFormat(String file) {
    this.file = file;
  }

  @Override
  public Reader<RawRecord> createReader(Configuration config, FSDataInputStream stream) {
    return new Lines(file, new LineReader(file, stream, LineReader.MAX_BYTES));
  }

  @Override
  public TypeInformation<RawRecord> getProducedType() {
    return Streams.RAW;
  }

  private static final class Lines implements Reader<RawRecord> {
    private final String file;
    private final LineReader reader;

    Lines(String file, LineReader reader) {
      this.file = file;
      this.reader = reader;
    }

    @Override
    @SuppressWarnings("NullAway") // Flink's contract: null is the end
    public RawRecord read() throws IOException {
      byte[] line = reader.next().orElse(null);
      return line == null ? null : new RawRecord(line, file, 0, reader.number(), 0);
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
