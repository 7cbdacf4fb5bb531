package io.kizashi.control.recording;

import io.kizashi.pipeline.Sensing;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.TouchpointJson;
import io.kizashi.terminal.InputFault;
import io.kizashi.terminal.TextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/** A customer's touchpoints in a recording. */
public final class Recording {
  private Recording() {}

  /**
   * A customer's touchpoints, each id once as the engine takes it, in order of (time, id).
   *
   * @throws InputFault if the file can't be read, or holds none
   */
  public static List<Touchpoint> of(CustomerKey customer, Path events) {
    List<Touchpoint> found = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    replay(
        events,
        List.of(),
        touchpoint -> {
          if (touchpoint.cameUnder().equals(customer) && ids.add(touchpoint.id())) {
            found.add(touchpoint);
          }
        });
    if (found.isEmpty()) {
      throw new InputFault(absent(events, customer));
    }
    found.sort(Comparator.comparing(Touchpoint::position));
    return found;
  }

  /**
   * All touchpoints that the engine would take, in the order of the file.
   *
   * @param learned lexicons by which words are read, each from its own time on
   * @return whose they are
   * @throws InputFault if the file can't be read
   */
  public static Set<CustomerKey> replay(
      Path events, List<LearnedLexicon> learned, Consumer<Touchpoint> consumer) {
    Set<CustomerKey> customers = new HashSet<>();
    UnaryOperator<Touchpoint> senses = Sensing.ON.senses(() -> {}, learned);
    each(
        events,
        touchpoint -> {
          customers.add(touchpoint.cameUnder());
          consumer.accept(senses.apply(touchpoint));
        },
        read -> {});
    return customers;
  }

  /** All touchpoints that decode, in the order of the file, as they were written. */
  public static void each(Path events, Consumer<Touchpoint> consumer, LongConsumer onRead) {
    TextFile.require(events);
    long lines = 0;
    // What is no UTF-8 is rejected line by line, as on the topic.
    try (BufferedReader in = Files.newBufferedReader(events, StandardCharsets.ISO_8859_1)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        if (TouchpointJson.decode(bytes, 0, Bounds.LATEST) instanceof Decoding.Decoded decoded) {
          consumer.accept(decoded.touchpoint());
        }
        onRead.accept(++lines);
      }
    } catch (IOException e) {
      throw new InputFault(events + ": can't be read (" + e.getMessage() + ")", e);
    }
  }

  /** What to tell who asks for a customer that a recording does not know. */
  public static String absent(Path events, CustomerKey customer) {
    return events
        + ": holds no touchpoint of "
        + (customer.guest() ? "guest '" : "customer '")
        + customer.id()
        + "'; check the id, and --guest";
  }
}
