package io.kizashi.core.rulebook;

import io.kizashi.schema.ActionKind;
import java.util.List;
import java.util.Map;

/**
 * Something that can be done for a customer.
 *
 * @param name unique in its rulebook
 * @param kind what it does for the customer
 * @param answers the moments that it answers, by rule name
 * @param channels where it can be done, the preferred first
 * @param expires milliseconds from sendAt after which it must not be sent any more
 * @param content words by channel, then by language, the fallback language first
 * @param trial for whom it is in force, and whether in earnest
 */
public record ActionRule(
    String name,
    ActionKind kind,
    List<String> answers,
    List<String> channels,
    long expires,
    Map<String, Map<String, Content>> content,
    Trial trial) {
  /** Copies the lists. */
  public ActionRule {
    answers = List.copyOf(answers);
    channels = List.copyOf(channels);
  }
}
