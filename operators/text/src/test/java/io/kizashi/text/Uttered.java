package io.kizashi.text;

import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds touchpoints in which somebody says something. */
record Uttered(
    String type,
    Actor actor,
    String region,
    Optional<Emotion> emotion,
    String text,
    Map<String, Object> properties) {
  static Uttered text(String text) {
    return new Uttered("message_sent", Actor.CUSTOMER, "", Optional.empty(), text, Map.of());
  }

  static Uttered answer(String question, Object score) {
    return new Uttered(
        "survey_answered",
        Actor.CUSTOMER,
        "",
        Optional.empty(),
        "",
        Map.of("question", question, "score", score));
  }

  Uttered as(String other) {
    return new Uttered(other, actor, region, emotion, text, properties);
  }

  Uttered by(Actor other) {
    return new Uttered(type, other, region, emotion, text, properties);
  }

  Uttered in(String other) {
    return new Uttered(type, actor, other, emotion, text, properties);
  }

  Uttered feeling(Emotion other) {
    return new Uttered(type, actor, region, Optional.of(other), text, properties);
  }

  Uttered saying(String other) {
    return new Uttered(type, actor, region, emotion, other, properties);
  }

  Uttered with(String name, Object value) {
    Map<String, Object> more = new TreeMap<>(properties);
    more.put(name, value);
    return new Uttered(type, actor, region, emotion, text, more);
  }

  Touchpoint touchpoint() {
    return new Touchpoint(
        "e-1",
        type,
        1_000,
        CustomerKey.customer("c-1"),
        actor,
        new Setting("chat", "s-1", "call-7", "", "", "", region, "", "", List.of("feel")),
        emotion,
        text,
        properties,
        2_000);
  }
}
