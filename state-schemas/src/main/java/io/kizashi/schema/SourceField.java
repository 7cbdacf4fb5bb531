package io.kizashi.schema;

import java.io.IOException;
import java.util.Optional;

/** The field that heartbeats alone have: a touchpoint's is unknown, whatever it holds. */
final class SourceField {
  static final String NAME = "source";

  private String text = "";
  private Optional<Refusal> refusal = Optional.empty();
  private boolean isSeen;

  /** Keeps what is wrong with it: only the type, which may come later, says whether it matters. */
  void read(ValueReader reader) throws IOException {
    try {
      if (isSeen) {
        throw new Refusal(RejectCode.DUPLICATE_FIELD, "/" + NAME);
      }
      isSeen = true;
      text = reader.textOrNull("/" + NAME, Bounds.SOURCE_CHARS);
    } catch (Refusal e) {
      refusal = Optional.of(e);
    }
  }

  /** The source's name, empty if there is none. */
  String text() throws Refusal {
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return text;
  }
}
