package io.kizashi.local.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kizashi.schema.CustomerKey;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Merges what several tasks wrote into one sorted file. Only keys are kept in memory, about 200
 * bytes a line; the lines themselves stay on disk.
 */
public final class SortedLines {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LINE_FEED = '\n';

  private static final Comparator<Row> BY_TIME_CUSTOMER_ID =
      Comparator.comparing(Row::time).thenComparing(Row::customer).thenComparing(Row::id);

  private SortedLines() {}

  /**
   * How a file is sorted; equal lines stay in the order in which they were written.
   *
   * @param timeField the field that holds a line's time, or empty
   * @param rows the order of keys
   * @param together whether all lines of an id stand where its first one does, in the order in
   *     which they were written: the last is what became of it
   */
  public record Order(String timeField, Comparator<Row> rows, boolean together) {
    /**
     * By the time of detection, customer and id; a moment may be detected at another time again.
     */
    static final Order MOMENTS = new Order("detectedAt", BY_TIME_CUSTOMER_ID, true);

    /** By the time of decision, customer and id. */
    static final Order RECOMMENDATIONS = new Order("decidedAt", BY_TIME_CUSTOMER_ID, true);

    /** By the number of the line that was rejected. */
    static final Order REJECTED = new Order("", Comparator.comparingLong(Row::offset), false);

    /** By customer. */
    public static final Order CUSTOMERS = new Order("", Comparator.comparing(Row::customer), false);

    /** By the field {@code time}, customer and id. */
    public static final Order TIMES = new Order("time", BY_TIME_CUSTOMER_ID, false);
  }

  /** One line's key and its place on disk. */
  public record Row(
      String time, CustomerKey customer, String id, long offset, int part, long start, int length) {
    Row at(String other) {
      return new Row(other, customer, id, offset, part, start, length);
    }
  }

  /**
   * Merges every file of a folder.
   *
   * @param folder of the parts; none there means no lines
   * @return the number of lines
   */
  static long merge(Path folder, Order order, Path target) throws IOException {
    return merge(files(folder), order, target);
  }

  /**
   * Merges files into a sorted one.
   *
   * @return the number of lines
   */
  public static long merge(List<Path> parts, Order order, Path target) throws IOException {
    List<FileChannel> channels = new ArrayList<>();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      List<Row> rows = new ArrayList<>();
      for (Path part : parts) {
        channels.add(FileChannel.open(part));
        index(part, channels.size() - 1, order, rows);
      }
      if (order.together) {
        putTogether(rows);
      }
      rows.sort(order.rows);
      for (Row row : rows) {
        out.write(read(channels.get(row.part()), row));
        out.write(LINE_FEED);
      }
      return rows.size();
    } finally {
      for (FileChannel channel : channels) {
        channel.close();
      }
    }
  }

  /** Gives every row the time of the first one of its id. A customer's lines are in one part. */
  private static void putTogether(List<Row> rows) {
    Map<String, String> first = new HashMap<>();
    rows.replaceAll(
        row -> {
          String time = first.computeIfAbsent(row.id(), id -> row.time());
          return time.equals(row.time()) ? row : row.at(time);
        });
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void index(Path part, int number, Order order, List<Row> rows) throws IOException {
    // Outputs escape line feeds: a line feed always ends a line, and lines are valid UTF-8.
    try (Stream<String> lines = Files.lines(part)) {
      long start = 0;
      for (String line : (Iterable<String>) lines::iterator) {
        int length = line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        rows.add(row(line, order, number, start, length));
        start += length + 1;
      }
    }
  }

  private static Row row(String line, Order order, int part, long start, int length)
      throws IOException {
    String time = "";
    String customer = "";
    String id = "";
    boolean guest = false;
    long offset = 0;
    try (JsonParser json = JSON.createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals(order.timeField)) {
          time = json.getText();
        } else if (field.equals("customer")) {
          customer = json.getText();
        } else if (field.equals("id")) {
          id = json.getText();
        } else if (field.equals("guest")) {
          guest = value == JsonToken.VALUE_TRUE;
        } else if (field.equals("offset")) {
          offset = json.getLongValue();
        }
        json.skipChildren();
      }
    }
    // A rejected record belongs to nobody; its key is never compared by customer.
    CustomerKey key = new CustomerKey(guest, customer.isEmpty() ? "-" : customer);
    return new Row(time, key, id, offset, part, start, length);
  }

  private static byte[] read(FileChannel channel, Row row) throws IOException {
    ByteBuffer line = ByteBuffer.allocate(row.length());
    while (line.hasRemaining()) {
      if (channel.read(line, row.start() + line.position()) < 0) {
        throw new IOException("a part of the output became shorter while it was merged");
      }
    }
    return line.array();
  }
}
