package io.kizashi.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.TouchpointJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes touchpoints; the engine's own reader judges each, so that nothing passes here only. */
final class TouchpointMaker {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN_CHARS = 60;

  private final Mapping mapping;

  TouchpointMaker(Mapping mapping) {
    this.mapping = mapping;
  }

  Touchpoint make(Map<String, Object> variables) throws BadRecord {
    ObjectNode node = JSON.createObjectNode();
    Optional<Object> time = mapping.time().value().value(variables);
    if (time.isPresent()) {
      node.put("time", mapping.time().format().read(time.get()));
    }
    for (Expression field : mapping.fields().values()) {
      Optional<Object> value = field.value(variables);
      if (value.isPresent()) {
        putField(node, field.key(), value.get());
      }
    }
    putAll(node, "emotion", mapping.emotion(), variables);
    putAll(node, "properties", mapping.properties(), variables);
    return judged(node);
  }

  private static void putField(ObjectNode node, String key, Object value) throws BadRecord {
    if (value instanceof List<?> list) {
      ArrayNode array = node.putArray(key);
      list.forEach(item -> array.add(String.valueOf(item)));
    } else if (value instanceof String || value instanceof Long) {
      node.put(key, value.toString());
    } else {
      throw new BadRecord(key + ": must be text, but is " + shown(value));
    }
  }

  private static void putAll(
      ObjectNode node,
      String key,
      Map<String, Expression> expressions,
      Map<String, Object> variables)
      throws BadRecord {
    ObjectNode object = JSON.createObjectNode();
    for (Map.Entry<String, Expression> entry : expressions.entrySet()) {
      Optional<Object> value = entry.getValue().value(variables);
      if (value.isPresent()) {
        object.set(entry.getKey(), scalar(entry.getValue().key(), value.get()));
      }
    }
    if (!object.isEmpty()) {
      node.set(key, object);
    }
  }

  private static JsonNode scalar(String key, Object value) throws BadRecord {
    if (value instanceof Instant time) {
      return JSON.getNodeFactory().textNode(Rfc3339.format(time.toEpochMilli()));
    }
    boolean number = value instanceof Number n && Double.isFinite(n.doubleValue());
    if (number || value instanceof String || value instanceof Boolean) {
      return JSON.valueToTree(value instanceof Number n ? (Object) n.doubleValue() : value);
    }
    throw new BadRecord(
        key + ": must be text, a finite number, true or false, but is " + shown(value));
  }

  private static Touchpoint judged(ObjectNode node) throws BadRecord {
    Decoding decoding;
    try {
      decoding = TouchpointJson.decode(JSON.writeValueAsBytes(node), 0, Bounds.LATEST);
    } catch (JsonProcessingException e) {
      throw new BadRecord("the text can't be written: " + e.getOriginalMessage());
    }
    if (decoding instanceof Decoding.Decoded decoded) {
      if (decoded.flaws().isEmpty()) {
        return decoded.touchpoint();
      }
      Decoding.Flaw flaw = decoded.flaws().get(0);
      throw new BadRecord(refusal(node, new Decoding.Rejected(flaw.code(), flaw.part())));
    }
    if (decoding instanceof Decoding.Rejected rejected) {
      throw new BadRecord(refusal(node, rejected));
    }
    throw new BadRecord("type: 'heartbeat' is reserved");
  }

  private static String refusal(ObjectNode node, Decoding.Rejected rejected) {
    String where = rejected.where();
    String text = "the engine would refuse it: " + rejected.code().wire() + " at " + where;
    JsonNode value = where.startsWith("/") ? node.at(where) : node.path("");
    return value.isValueNode() ? text + ", which is " + shown(value.asText()) : text;
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    return "'" + (text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "…" : text) + "'";
  }
}
