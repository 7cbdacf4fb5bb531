package io.kizashi.control.publish;

import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import java.util.Optional;

/**
 * A text that is to be published; its version is yet to be found.
 *
 * @param name the rulebook's name
 * @param file where the text comes from, for problems
 * @param text that compiles, with all that it includes
 * @param rollout which customers follow it; empty for all
 * @param by who publishes it
 * @param why what for; may be empty
 */
public record Draft(
    String name,
    String file,
    String text,
    Optional<Publication.Rollout> rollout,
    String by,
    String why) {
  public Publication as(long version) {
    RulebookDocument document = new RulebookDocument(file, version, text);
    return new Publication(name, document, rollout, Publication.SUBMITTED, by, why);
  }

  /** The same for a part of the customers, or for all. */
  public Draft to(Optional<Publication.Rollout> part) {
    return new Draft(name, file, text, part, by, why);
  }
}
