package io.kizashi.language.read;

import io.kizashi.core.rules.Sessions;
import io.kizashi.language.typed.TypedTime;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.RejectCode;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.TouchpointJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads the touchpoints of one test. They pass the same decoding as the records of a source, so
 * that a test can't tell of what no source could send.
 */
final class GivenReader {
  private static final String CUSTOMER = "c-1";
  private static final String UNKNOWN_KEY = "unknown_key";
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

  /** What to do about a field that is refused; fields that are not named here go by the code. */
  private static final Map<String, String> HINTS_BY_FIELD =
      Map.of(
          "/id", "leave it out; ids are t1, t2, … by themselves",
          "/type", "types are snake_case, like cart_updated",
          "/actor", "one of customer, agent, bot, staff, system",
          "/values", "a list: values: [sense, feel]",
          "/emotion", "valence and arousal lie between -1 and 1, confidence between 0 and 1",
          "/emotion/valence", "a number from -1 to 1: emotion: { valence: -0.6 }");

  private static final Map<RejectCode, String> HINTS =
      Map.of(
          RejectCode.WRONG_TYPE,
          "texts that look like a number stand in quotes",
          RejectCode.TOO_DEEP,
          "lists and objects of a property lie in each other at most 3 deep",
          RejectCode.TOO_LONG,
          "names have at most 256 characters, texts 8192; a touchpoint has at most 64 properties,"
              + " and a list or an object among them 100 values and 4 KB");

  private final TestClock clock;
  private final Problems problems;
  private final Map<String, Touchpoint> byId = new LinkedHashMap<>();
  private int written;

  GivenReader(TestClock clock, Problems problems) {
    this.clock = clock;
    this.problems = problems;
  }

  /** A time of a test; what is none is noted. */
  static OptionalLong time(Scalar text, TestClock clock, Problems problems) {
    OptionalLong time = clock.read(text.text());
    if (time.isEmpty()) {
      problems.error(
          text.at(),
          "time",
          "'" + text.text() + "' is no time that there is in the rulebook's time zone",
          "'10:30', '10:30:05' or '2026-03-05T10:30'",
          TypedTime.moment(text.text())
              .filter(it -> clock.read(it).isPresent())
              .flatMap(it -> Fix.whole(text, "'" + it + "'")));
    }
    return time;
  }

  /** What was read so far, in the order of arrival. */
  List<Touchpoint> touchpoints() {
    return List.copyOf(byId.values());
  }

  void read(YamlNode node) {
    written++;
    Optional<Fields> read = Fields.of(node, "a touchpoint", problems);
    if (read.isPresent() && node instanceof Mapping mapping) {
      checkKeys(read.get());
      read.get().required("at", "when? at: '10:00'");
      Optional<Scalar> at = read.get().scalar("at");
      OptionalLong time = at.isEmpty() ? OptionalLong.empty() : time(at.get(), clock, problems);
      if (time.isPresent()) {
        take(mapping, time.getAsLong());
      }
    }
  }

  private void checkKeys(Fields fields) {
    fields.named().keySet().stream()
        .filter(key -> !Keys.GIVEN.built().contains(key))
        .forEach(
            key -> {
              String message = "'" + key + "' means nothing in " + Keys.GIVEN.place();
              Mark at = fields.keyAt(key);
              if (key.equals("time")) {
                problems.error(
                    at,
                    UNKNOWN_KEY,
                    message,
                    "a test tells the time by at: '10:00'",
                    Fix.at(at, key, "at"));
              } else {
                problems.unknown(at, key, UNKNOWN_KEY, message, Keys.GIVEN.all());
              }
            });
  }

  private void take(Mapping mapping, long time) {
    Map<String, Object> fields = new LinkedHashMap<>();
    mapping.entries().forEach((key, entry) -> fields.put(key, value(entry.value())));
    fields.remove("at");
    fields.put("time", (double) time);
    fields.putIfAbsent("id", "t" + written);
    if (!fields.containsKey("anonymous")) {
      fields.putIfAbsent("customer", CUSTOMER);
    }
    Decoding decoding = TouchpointJson.decode(fields, time);
    if (decoding instanceof Decoding.Decoded decoded && decoded.flaws().isEmpty()) {
      keep(mapping, decoded.touchpoint());
    } else if (decoding instanceof Decoding.Decoded decoded) {
      Decoding.Flaw flaw = decoded.flaws().get(0);
      refuse(mapping, new Decoding.Rejected(flaw.code(), flaw.part()));
    } else if (decoding instanceof Decoding.Rejected rejected) {
      refuse(mapping, rejected);
    } else {
      problems.error(
          at(mapping, "/type"),
          "virtual",
          "a heartbeat is no touchpoint: it only tells the time",
          "leave it out; time goes on up to until:");
    }
  }

  /** What is cut of a source's touchpoint is a slip in a test's. */
  private void refuse(Mapping mapping, Decoding.Rejected rejected) {
    problems.error(
        at(mapping, rejected.where()),
        rejected.code().wire(),
        "no source could send this touchpoint: " + rejected.where() + " is refused",
        hint(rejected));
  }

  private static String hint(Decoding.Rejected rejected) {
    String byCode = HINTS.getOrDefault(rejected.code(), "");
    return HINTS_BY_FIELD.getOrDefault(rejected.where(), byCode);
  }

  private void keep(Mapping mapping, Touchpoint touchpoint) {
    if (touchpoint.type().equals(Sessions.ENDED)) {
      problems.error(
          at(mapping, "/type"),
          "virtual",
          Sessions.ENDED + " is no touchpoint: it follows from silence",
          "leave it out, and let until: lie behind the session-gap");
    }
    boolean stranger =
        byId.values().stream()
            .limit(1)
            .anyMatch(first -> !first.cameUnder().equals(touchpoint.cameUnder()));
    if (stranger) {
      problems.error(
          mapping.at(), "customer", "a test tells of one customer only", "write two tests");
    }
    if (byId.putIfAbsent(touchpoint.id(), touchpoint) != null) {
      problems.error(
          at(mapping, "/id"),
          "duplicate_name",
          "the id '" + touchpoint.id() + "' stands here twice: the engine would drop this one",
          "leave ids out; they are t1, t2, … by themselves");
    }
  }

  /** Unquoted numbers and truth values are what they look like; all else is text. */
  private static Object value(YamlNode node) {
    if (node instanceof Mapping mapping) {
      Map<String, Object> fields = new LinkedHashMap<>();
      mapping.entries().forEach((key, entry) -> fields.put(key, value(entry.value())));
      return fields;
    }
    if (node instanceof Sequence sequence) {
      List<Object> items = new ArrayList<>();
      sequence.items().forEach(item -> items.add(value(item)));
      return items;
    }
    Scalar scalar = (Scalar) node;
    String text = scalar.text();
    if (scalar.isNull()) {
      return Optional.empty();
    }
    if (!scalar.quoted() && NUMBER.matcher(text).matches()) {
      return Double.parseDouble(text);
    }
    boolean truth = !scalar.quoted() && (text.equals("true") || text.equals("false"));
    return truth ? (Object) text.equals("true") : text;
  }

  /** Where a JSON pointer leads, as far as there is something. */
  private static Mark at(Mapping mapping, String pointer) {
    YamlNode node = mapping;
    for (String name : pointer.split("/", -1)) {
      String key = name.replace("~1", "/").replace("~0", "~");
      node = node instanceof Mapping m ? m.get(key).orElse(node) : node;
    }
    return node.at();
  }
}
