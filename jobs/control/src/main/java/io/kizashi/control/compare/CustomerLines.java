package io.kizashi.control.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.schema.CustomerKey;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of an output that is sorted by customer, a customer at a time. */
final class CustomerLines implements Closeable {
  private final ObjectMapper json = new ObjectMapper();
  private final BufferedReader in;
  private Optional<JsonNode> next;

  CustomerLines(Path file) throws IOException {
    this.in = Files.newBufferedReader(file);
    this.next = read();
  }

  /** Whose lines come next; empty at the end. */
  Optional<CustomerKey> customer() {
    return next.map(CustomerLines::customerOf);
  }

  /** The lines of a customer; none if another one's come next. */
  List<JsonNode> take(CustomerKey customer) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    while (next.isPresent() && customerOf(next.get()).equals(customer)) {
      lines.add(next.get());
      next = read();
    }
    return lines;
  }

  private Optional<JsonNode> read() throws IOException {
    String line = in.readLine();
    return line == null ? Optional.empty() : Optional.of(json.readTree(line));
  }

  static CustomerKey customerOf(JsonNode line) {
    return new CustomerKey(line.path("guest").asBoolean(), line.path("customer").asText());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
