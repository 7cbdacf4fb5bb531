package io.kizashi.imports;

import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.TouchpointJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The touchpoints so far, encoded, until they are sorted and written. */
final class Events {
  /** Objects, references and the set's entry of one touchpoint, besides its text. */
  private static final int OVERHEAD = 300;

  /**
   * Time, then id; touchpoints of several customers may share both, and then their text decides, so
   * that the order of the files never does.
   */
  private static final Comparator<Event> ORDER =
      Comparator.comparing((Event event) -> event.position)
          .thenComparing(event -> event.line, Arrays::compareUnsigned);

  private static final class Event {
    private final Position position;
    private final byte[] line;

    Event(Position position, byte[] line) {
      this.position = position;
      this.line = line;
    }
  }

  private final List<Event> events = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Budget budget;

  Events(Budget budget) {
    this.budget = budget;
  }

  /** Whether the touchpoint's id is new for its customer, and the touchpoint so taken in. */
  boolean add(Touchpoint touchpoint) {
    if (!ids.add(touchpoint.cameUnder().text() + '\0' + touchpoint.id())) {
      return false;
    }
    byte[] line = TouchpointJson.encode(touchpoint);
    budget.take(OVERHEAD + line.length);
    events.add(new Event(touchpoint.position(), line));
    return true;
  }

  int size() {
    return events.size();
  }

  void write(OutputStream out) throws IOException {
    events.sort(ORDER);
    for (Event event : events) {
      out.write(event.line);
      out.write('\n');
    }
  }
}
