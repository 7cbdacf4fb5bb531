package io.kizashi.control.emotion;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.core.emotion.EmotionalState;
import io.kizashi.core.emotion.PeakEnd;
import io.kizashi.core.signal.Mood;
import io.kizashi.schema.Rfc3339;
import io.kizashi.text.Scored;

/** An experience for programs: names as in expressions, what there is none of is left out. */
final class ExperienceJson {
  private final EmotionCurve experience;
  private final EmotionalState state;
  private final ObjectNode all = new ObjectMapper().createObjectNode();

  private ExperienceJson(EmotionCurve experience) {
    this.experience = experience;
    this.state = experience.state();
  }

  static ObjectNode of(EmotionCurve experience) {
    ExperienceJson json = new ExperienceJson(experience);
    json.write();
    return json.all;
  }

  private void write() {
    all.put("customer", experience.customer().id()).put("guest", experience.customer().guest());
    all.put("at", Rfc3339.format(state.at()));
    ObjectNode emotion = all.putObject("emotion");
    emotion.put("valence", state.valence()).put("arousal", state.arousal());
    emotion.put("confidence", state.confidence()).put("trend", state.trend());
    state.lowest().ifPresent(point -> put(emotion.putObject("lowest"), point));
    state.highest().ifPresent(point -> put(emotion.putObject("highest"), point));
    state.label().ifPresent(label -> emotion.put("label", label));
    ObjectNode sources = emotion.putObject("bySource");
    state.bySource().forEach(sources::put);
    ArrayNode curve = all.putArray("curve");
    state.curve().forEach(point -> said(put(curve.addObject(), point), experience.at(point)));
    ArrayNode parts = all.putArray("remembered");
    experience
        .remembered()
        .forEach(
            (kind, summaries) ->
                summaries.forEach((name, summary) -> put(parts.addObject(), kind, name, summary)));
  }

  private void said(ObjectNode node, EmotionLine told) {
    experience
        .saying(told)
        .ifPresent(
            saying -> {
              Scored.Passage passage = saying.passage();
              put(node.putObject("passage"), saying, passage.start(), passage.end())
                  .put("valence", passage.valence());
              ArrayNode words = node.putArray("words");
              for (Scored.Cause word : saying.words()) {
                put(words.addObject(), saying, word.start(), word.end())
                    .put("valence", word.valence());
              }
            });
  }

  private static ObjectNode put(ObjectNode node, Saying saying, int start, int end) {
    return node.put("start", start).put("end", end).put("text", saying.asWritten(start, end));
  }

  private ObjectNode put(ObjectNode node, Mood.Point point) {
    EmotionLine told = experience.at(point);
    node.put("time", Rfc3339.format(point.at().time()));
    told.rule()
        .ifPresentOrElse(
            rule -> node.put("rule", rule), () -> node.put("touchpoint", told.touchpoint().id()));
    return node.put("said", told.emotion().valence()).put("valence", point.valence());
  }

  private static void put(ObjectNode node, String kind, String name, PeakEnd summary) {
    node.put(kind, name).put("valence", summary.remembered());
    node.putObject("peak")
        .put("touchpoint", summary.peak().id())
        .put("valence", PeakEnd.valence(summary.peak()));
    node.putObject("end")
        .put("touchpoint", summary.end().id())
        .put("valence", PeakEnd.valence(summary.end()));
  }
}
