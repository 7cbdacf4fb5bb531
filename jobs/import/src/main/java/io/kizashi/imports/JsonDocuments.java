package io.kizashi.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads the documents of one file: one, several after each other, or one a line. */
final class JsonDocuments {
  /** What becomes of documents. */
  interface Sink {
    void document(RecordPlace place, Object document);

    void bad(RecordPlace place, String message);
  }

  private final String file;
  private final Sink sink;

  JsonDocuments(String file, Sink sink) {
    this.file = file;
    this.sink = sink;
  }

  void read(InputStream in) throws IOException {
    if (file.endsWith(".jsonl") || file.endsWith(".ndjson")) {
      readLines(new BufferedInputStream(in));
    } else {
      readAll(in);
    }
  }

  private void readAll(InputStream in) throws IOException {
    try (JsonParser parser = JsonValues.FACTORY.createParser(in)) {
      boolean first = true;
      while (parser.nextToken() != null) {
        long line = parser.currentTokenLocation().getLineNr();
        Object document = JsonValues.read(parser);
        sink.document(first ? RecordPlace.file(file) : RecordPlace.line(file, line), document);
        first = false;
      }
    } catch (JsonProcessingException e) {
      bad(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e);
    }
  }

  private void readLines(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long number = 0;
    boolean more = true;
    while (more) {
      number++;
      line.reset();
      int one = in.read();
      for (; one >= 0 && one != '\n'; one = in.read()) {
        if (line.size() <= Limits.DOCUMENT_BYTES) {
          line.write(one);
        }
      }
      more = one >= 0;
      readLine(number, line.toByteArray());
    }
  }

  private void readLine(long number, byte[] line) throws IOException {
    try (JsonParser parser = JsonValues.FACTORY.createParser(line)) {
      if (parser.nextToken() == null) {
        return;
      }
      Object document = JsonValues.read(parser);
      if (parser.nextToken() != null) {
        sink.bad(RecordPlace.line(file, number), "holds more than one JSON value");
        return;
      }
      sink.document(RecordPlace.line(file, number), document);
    } catch (JsonProcessingException e) {
      bad(number, e);
    }
  }

  private void bad(long line, JsonProcessingException e) {
    int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
    String message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    sink.bad(RecordPlace.line(file, line), "this is no JSON, at column " + column + ": " + message);
  }
}
