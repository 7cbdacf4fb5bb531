package io.kizashi.pipeline;

import io.kizashi.flink.RawRecord;
import io.kizashi.flink.Streams;
import java.io.IOException;
import java.util.Arrays;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;

/** Lines as raw bytes, numbered from 1; damaged UTF-8 stays as it is. */
final class LineFormat extends SimpleStreamFormat<RawRecord> {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final boolean isNumbered;

  /**
   * Lines whose origin is {@code file}.
   *
   * @param isNumbered whether each stands behind its number there, and a tab
   */
  LineFormat(String file, boolean isNumbered) {
    this.file = file;
    this.isNumbered = isNumbered;
  }

  @Override
  public Reader<RawRecord> createReader(Configuration config, FSDataInputStream stream) {
    return new Lines(file, isNumbered, new LineReader(file, stream, LineReader.MAX_BYTES));
  }

  @Override
  public TypeInformation<RawRecord> getProducedType() {
    return Streams.RAW;
  }

  private static final class Lines implements Reader<RawRecord> {
    private final String file;
    private final boolean isNumbered;
    private final LineReader reader;

    Lines(String file, boolean isNumbered, LineReader reader) {
      this.file = file;
      this.isNumbered = isNumbered;
      this.reader = reader;
    }

    @Override
    @SuppressWarnings("NullAway") // Flink's contract: null is the end
    public RawRecord read() throws IOException {
      byte[] line = reader.next().orElse(null);
      if (line == null) {
        return null;
      }
      return isNumbered ? numbered(line) : new RawRecord(line, file, 0, reader.number(), 0);
    }

    private RawRecord numbered(byte[] line) {
      int digits = 0;
      long number = 0;
      for (; line[digits] != '\t'; digits++) {
        number = number * 10 + (line[digits] - '0');
      }
      return new RawRecord(Arrays.copyOfRange(line, digits + 1, line.length), file, 0, number, 0);
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
