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
record Said(
    String type,
    Actor actor,
    String region,
    Optional<Emotion> emotion,
    String text,
    Map<String, Object> properties) {
  static Said text(String text) {
    return new Said("message_sent", Actor.CUSTOMER, "", Optional.empty(), text, Map.of());
  }

  static Said answer(String question, Object score) {
    return new Said(
        "survey_answered",
        Actor.CUSTOMER,
        "",
        Optional.empty(),
        "",
        Map.of("question", question, "score", score));
  }

  Said as(String other) {
    return new Said(other, actor, region, emotion, text, properties);
  }

  Said by(Actor other) {
    return new Said(type, other, region, emotion, text, properties);
  }

  Said in(String other) {
    return new Said(type, actor, other, emotion, text, properties);
  }

  Said feeling(Emotion other) {
    return new Said(type, actor, region, Optional.of(other), text, properties);
  }

  Said saying(String other) {
    return new Said(type, actor, region, emotion, other, properties);
  }

  Said with(String name, Object value) {
    Map<String, Object> more = new TreeMap<>(properties);
    more.put(name, value);
    return new Said(type, actor, region, emotion, text, more);
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
