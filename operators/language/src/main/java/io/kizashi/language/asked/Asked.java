package io.kizashi.language.asked;

import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.YamlNode.Mapping;
import java.util.List;

/**
 * All that a rulebook asks of touchpoints, in the order of its text.
 *
 * @param types the types that it names
 * @param asks the values that it asks for
 * @param questions what it asks of a touchpoint alone
 */
public record Asked(List<Named> types, List<Ask> asks, List<Question> questions) {
  /** Copies the lists. */
  public Asked {
    types = List.copyOf(types);
    asks = List.copyOf(asks);
    questions = List.copyOf(questions);
  }

  /** A type of touchpoints, where a rulebook names it. */
  public record Named(String place, Mark at, String type) {}

  /** What a rulebook asks; of what can't be read or compiled, nothing. */
  public static Asked in(Mapping rulebook) {
    return new RulebookWalk(rulebook, Gathering.whole(rulebook)).asked();
  }

  /** The types and the values that a rulebook names; its questions are not compiled again. */
  public static Asked named(Mapping rulebook) {
    return new RulebookWalk(rulebook, Gathering.named(rulebook)).asked();
  }
}
