package io.kizashi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.networknt.schema.Schema;
import io.kizashi.schema.RulebookStatus.Word;
import io.kizashi.schema.reply.Course;
import io.kizashi.schema.reply.Decided;
import io.kizashi.schema.reply.Reply;
import io.kizashi.schema.reply.ReplyJson;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine really writes, held against the schemas that subscribers rely on. */
class OutputSchemaTest {
  private static final byte[] NONE = {};

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("outputs")
  void realOutputIsValid(String schema, String what, byte[] output) {
    assertThat(Schemas.problems(Schemas.load(schema), Samples.text(output))).as(what).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("outputs")
  void everyWrittenFieldIsOneThatTheSchemaKnows(String schema, String what, byte[] output) {
    Schema loaded = Schemas.load(schema);
    String json = Samples.text(output);
    String extra = json.substring(0, json.length() - 1) + ",\"surprise\":1}";
    boolean open = schema.equals("touchpoint");
    assertThat(Schemas.problems(loaded, extra).isEmpty()).as(what).isEqualTo(open);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("outputs")
  void noRequiredFieldMayBeMissing(String schema, String what, byte[] output) {
    Schema loaded = Schemas.load(schema);
    for (var name : loaded.getSchemaNode().get("required")) {
      String json = Samples.text(output).replace("\"" + name.asString() + "\":", "\"other\":");
      assertThat(Schemas.problems(loaded, json)).as("%s without %s", what, name).isNotEmpty();
    }
  }

  @Test
  void aRetractionWithContentIsInvalid() {
    String json =
        Samples.text(OutputJson.encode(Samples.recommendation(CustomerKey.customer("c-17"))));
    String retracted = json.replace("\"issued\"", "\"retracted\"");
    assertThat(Schemas.problems(Schemas.load("recommendation"), retracted)).isNotEmpty();
  }

  @Test
  void everySchemaNamesItsDialectAndAnIdWithoutAHost() {
    for (String name : Schemas.NAMES) {
      assertThat(Schemas.text(name))
          .contains("\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"")
          .contains("\"$id\": \"urn:kizashi:schema:" + name + ":1\"");
    }
  }

  /** A validator in strict mode refuses a schema where a keyword is about a type not named. */
  @ParameterizedTest
  @ValueSource(
      strings = {"moment", "recommendation", "rejected", "rulebook-status", "journey-kpi", "reply"})
  void everyKeywordStandsBesideTheTypeThatItIsAbout(String schema) {
    assertThat(StrictSchema.problems(Schemas.load(schema).getSchemaNode())).isEmpty();
  }

  @Test
  void aLocalTimeIsRejectedWithWhatToWrite() {
    Rejection rejection =
        new Rejection(
            RejectCode.NO_ZONE, "/time", new Origin("touchpoints", 0, 1), 1, Sha256.hex(NONE), "");
    String json = Samples.text(OutputJson.encode(rejection));
    assertThat(Schemas.problems(Schemas.load("rejected"), json)).isEmpty();
    assertThat(json).contains("\"code\":\"no_zone\"", "\"hint\":\"write the zone behind it: ");
  }

  @Test
  void everyCodeAndKindOfTheProductStandsInItsSchema() {
    assertThat(listed("rejected", "code"))
        .isEqualTo(wires(EnumSet.allOf(RejectCode.class), RejectCode::wire));
    assertThat(listed("recommendation", "kind"))
        .isEqualTo(wires(EnumSet.allOf(ActionKind.class), ActionKind::wire));
    assertThat(listed("moment", "kind"))
        .isEqualTo(wires(EnumSet.allOf(Moment.Kind.class), Moment.Kind::wire));
    assertThat(Schemas.text("reply"))
        .contains(inOrder(Stream.of(Course.Obstacle.values()).map(Course.Obstacle::wire)))
        .contains(inOrder(Stream.of(Decided.Fate.values()).map(Decided.Fate::wire)));
  }

  private static String inOrder(Stream<String> wires) {
    return "{ \"enum\": ["
        + wires.map(it -> "\"" + it + "\"").collect(Collectors.joining(", "))
        + "] }";
  }

  @Test
  void anAnswerThatIsTooLongLeavesOutAndCounts() {
    String all = Samples.text(ReplyJson.encode(Replies.known(100)));
    String some = Samples.text(ReplyJson.encode(Replies.known(20_000)));
    assertThat(all).contains("\"omitted\":3");
    assertThat(some.length()).isBetween(Bounds.REPLY_BYTES / 3, Bounds.REPLY_BYTES);
    assertThat(some).doesNotContain("\"omitted\":3").contains("\"omitted\":");
    assertThat(Schemas.problems(Schemas.load("reply"), some)).isEmpty();
  }

  @Test
  void theSchemasBoundsAreTheDecoders() {
    assertThat(Schemas.text("reply")).contains(Bounds.REPLY_BYTES + " bytes");
    String touchpoint = Schemas.text("touchpoint");
    assertThat(numbers(touchpoint, "maxLength"))
        .containsOnly((long) Bounds.NAME_CHARS, (long) Bounds.STRING_CHARS);
    assertThat(numbers(touchpoint, "maxItems"))
        .containsOnly((long) Bounds.VALUES, (long) Bounds.PROPERTY_VALUES);
    assertThat(numbers(touchpoint, "maxProperties"))
        .containsOnly((long) Bounds.PROPERTIES, (long) Bounds.PROPERTY_VALUES);
    assertThat(numbers(touchpoint, "minimum")).contains(Bounds.EARLIEST);
    assertThat(numbers(touchpoint, "maximum")).contains(Bounds.LATEST);
    assertThat(touchpoint)
        .contains(Bounds.RECORD_BYTES + " bytes")
        .contains(Bounds.JSON_TOKENS + " JSON tokens")
        .contains(Bounds.JSON_DEPTH + " levels")
        .contains(Bounds.PROPERTY_DEPTH + " levels")
        .contains(Bounds.PROPERTY_VALUES + " values")
        .contains(Bounds.PROPERTY_BYTES + " bytes");
    assertThat(numbers(Schemas.text("rejected"), "maxLength"))
        .containsExactly((long) Base64.getEncoder().encode(new byte[Bounds.REJECTED_BYTES]).length);
  }

  static Stream<Arguments> outputs() {
    CustomerKey customer = CustomerKey.customer("c-17");
    CustomerKey guest = CustomerKey.guest("g-1");
    Moment moment = Samples.moment(customer, "purchase");
    Recommendation issued = Samples.recommendation(customer);
    RulebookRef unnamed = new RulebookRef("", 4, Sha256.hex("x"));
    return Stream.of(
        arguments("touchpoint", "full", TouchpointJson.encode(Samples.full())),
        arguments(
            "touchpoint", "bare guest", TouchpointJson.encode(Samples.bare("e", 946684800000L))),
        arguments("moment", "detected", OutputJson.encode(moment)),
        arguments("moment", "retracted", OutputJson.encode(moment.retracted())),
        arguments("moment", "guest without stage", OutputJson.encode(Samples.moment(guest, ""))),
        arguments("recommendation", "issued", OutputJson.encode(issued)),
        arguments(
            "recommendation",
            "task",
            OutputJson.encode(
                issued.with(new Recommendation.Ownership("desk@shop", "spring", "ec-team")))),
        arguments("recommendation", "a variant", OutputJson.encode(Samples.varied(customer))),
        arguments("recommendation", "retracted", OutputJson.encode(issued.retracted())),
        arguments("recommendation", "guest", OutputJson.encode(Samples.recommendation(guest))),
        arguments("rejected", "empty", OutputJson.encode(rejection(RejectCode.EMPTY, "byte 0", 0))),
        arguments(
            "rejected",
            "strange field",
            OutputJson.encode(rejection(RejectCode.WRONG_TYPE, "/properties/a\nb", 70_000))),
        arguments(
            "journey-kpi",
            "decisions",
            OutputJson.encode(
                new DecisionKpi(
                    0, 10_000, Samples.RULES, 1, 2, 9, 3, 1, 2, 1, Map.of("expired", 1L), 1))),
        arguments(
            "lexicon",
            "learned",
            LearnedLexiconJson.encode(
                new LearnedLexicon(
                    5_900_000, 41, -0.25, Map.of("重い", new LearnedLexicon.Word(-0.1, 20, -1))))),
        arguments("reply", "known", ReplyJson.encode(Replies.known(2))),
        arguments("reply", "nothing", ReplyJson.encode(Replies.of(guest, new Reply.Unknown()))),
        arguments(
            "reply",
            "frozen",
            ReplyJson.encode(Replies.of(customer, new Reply.Frozen(Time.UNPROVEN, "defect", 3)))),
        arguments(
            "reply",
            "refused",
            ReplyJson.encode(Replies.of(customer, new Reply.Refused("too_many")))),
        arguments(
            "rulebook-status",
            "adopted",
            OutputJson.encode(
                new RulebookStatus("r.yaml", Samples.RULES, 10, Word.ADOPTED, List.of(), 0, 2))),
        arguments(
            "rulebook-status",
            "refused",
            OutputJson.encode(
                new RulebookStatus("r.yaml", unnamed, 100, Word.BROKEN, List.of("no"), 2, 4))));
  }

  private static Rejection rejection(RejectCode code, String where, int length) {
    byte[] head = new byte[Math.min(length, Bounds.REJECTED_BYTES)];
    return new Rejection(
        code,
        where,
        new Origin("touchpoints", 3, 1_000_000),
        length,
        Sha256.hex(head),
        Base64.getEncoder().encodeToString(head));
  }

  private static <T> Set<String> wires(Set<T> values, java.util.function.Function<T, String> wire) {
    return values.stream().map(wire).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> listed(String schema, String field) {
    Set<String> listed = new TreeSet<>();
    Schemas.load(schema)
        .getSchemaNode()
        .get("properties")
        .get(field)
        .get("enum")
        .forEach(value -> listed.add(value.asString()));
    return listed;
  }

  private static List<Long> numbers(String schema, String keyword) {
    return Pattern.compile("\"" + keyword + "\": (-?\\d+)")
        .matcher(schema)
        .results()
        .map(found -> Long.parseLong(found.group(1)))
        .toList();
  }
}
