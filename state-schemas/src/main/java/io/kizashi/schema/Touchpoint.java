package io.kizashi.schema;

import java.util.Map;
import java.util.Optional;

/**
 * One contact event, by customer or staff, as decoded and checked.
 *
 * @param id unique for its customer
 * @param type snake_case, an open vocabulary
 * @param time when it happened, milliseconds since the epoch
 * @param cameUnder the id that it was received under; linking identities later does not change it
 * @param actor who acted
 * @param setting where and within what
 * @param emotion what it says about feeling, if anything
 * @param text words said or written, or empty
 * @param properties values by name: {@link String}, {@link Double} or {@link Boolean}, and {@link
 *     java.util.List} and {@link Map} of them
 * @param arrival when the engine's broker took it in, milliseconds since the epoch
 */
public record Touchpoint(
    String id,
    String type,
    long time,
    CustomerKey cameUnder,
    Actor actor,
    Setting setting,
    Optional<Emotion> emotion,
    String text,
    Map<String, Object> properties,
    long arrival) {
  /** Refuses properties that hold anything else; keeps their order. */
  public Touchpoint {
    properties = PropertyValues.copy(properties);
  }

  /** The same touchpoint, with more known of where it took place and what it says. */
  public Touchpoint with(Setting aSetting, Map<String, Object> someProperties) {
    return new Touchpoint(
        id, type, time, cameUnder, actor, aSetting, emotion, text, someProperties, arrival);
  }

  /** The same under another id. */
  public Touchpoint under(String anId) {
    return new Touchpoint(
        anId, type, time, cameUnder, actor, setting, emotion, text, properties, arrival);
  }

  /** Its place in the customer's history. */
  public Position position() {
    return new Position(time, id);
  }
}
