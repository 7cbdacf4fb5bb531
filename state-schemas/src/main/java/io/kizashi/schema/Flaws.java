package io.kizashi.schema;

import com.fasterxml.jackson.core.JsonParser;
import io.kizashi.schema.Decoding.Flaw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts of one record that do not fit. They are cut, and the rest counts: an order with a note that
 * is too long is an order.
 */
final class Flaws {
  private final JsonParser parser;
  private final List<Flaw> found = new ArrayList<>();

  Flaws(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads a part of the record. */
  @FunctionalInterface
  interface Part {
    void read() throws IOException, Refusal;
  }

  /** Reads the value that the parser stands on; where it does not fit, goes behind it. */
  void read(Part part) throws IOException {
    int outside = depth() - (parser.currentToken().isStructStart() ? 1 : 0);
    try {
      part.read();
    } catch (Refusal refusal) {
      add(refusal.code(), refusal.where());
      leave(outside);
    }
  }

  private void leave(int outside) throws IOException {
    boolean isMore = true;
    while (isMore && depth() > outside) {
      isMore = parser.nextToken() != null;
    }
  }

  private int depth() {
    return parser.getParsingContext().getNestingDepth();
  }

  /** Something is cut. */
  void add(RejectCode code, String part) {
    Flaw flaw = new Flaw(code, part);
    if (found.size() < Bounds.FLAWS && !found.contains(flaw)) {
      found.add(flaw);
    }
  }

  /** Whether a part is cut, or something of it. */
  boolean isCut(String part) {
    return found.stream().anyMatch(flaw -> flaw.part().equals(part));
  }

  List<Flaw> all() {
    return List.copyOf(found);
  }

  /** Text within a bound, cut where it is longer. */
  String cut(String text, int bound, String part) {
    if (text.length() <= bound) {
      return text;
    }
    add(RejectCode.TOO_LONG, part);
    int end = Character.isHighSurrogate(text.charAt(bound - 1)) ? bound - 1 : bound;
    return text.substring(0, end);
  }
}
