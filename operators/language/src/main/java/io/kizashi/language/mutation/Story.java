package io.kizashi.language.mutation;

import io.kizashi.language.read.RulebookTest;
import io.kizashi.schema.Touchpoint;
import java.util.List;

/**
 * What a customer may do: what a test tells, or something near it.
 *
 * @param test that it is made of
 * @param given touchpoints in the order of their arrival; may be none
 * @param until milliseconds since the epoch up to which time goes on
 */
public record Story(RulebookTest test, List<Touchpoint> given, long until) {
  /** Copies the touchpoints. */
  public Story {
    given = List.copyOf(given);
  }
}
