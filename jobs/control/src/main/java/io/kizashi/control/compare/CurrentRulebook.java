package io.kizashi.control.compare;

import io.kizashi.schema.RulebookDocument;
import java.util.Optional;

/** Knows the rulebook that a running engine decides by. */
public interface CurrentRulebook {
  /** It; empty where nothing says which one it is. */
  Optional<RulebookDocument> rulebook();
}
