package io.kizashi.oracle.decisions;

import io.kizashi.schema.Touchpoint;
import java.util.Optional;

/** Where the owner's name, or what it stands beside, is read. */
enum OwnerSource {
  WORD("event.properties.word"),
  TYPE("event.type"),
  PREFERRED("customer.preferredChannel");

  private final String cel;

  OwnerSource(String cel) {
    this.cel = cel;
  }

  /** As the rulebook writes it. */
  String cel() {
    return cel;
  }

  /** The text there; empty where there is none. */
  Optional<String> text(Touchpoint moment, NaiveFacts world) {
    return switch (this) {
      case WORD -> PolicyModel.text(moment, "word");
      case TYPE -> Optional.of(moment.type());
      case PREFERRED -> world.customer("preferredChannel").map(Object::toString);
    };
  }
}
