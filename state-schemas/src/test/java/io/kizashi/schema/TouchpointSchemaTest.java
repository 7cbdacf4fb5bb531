package io.kizashi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import io.kizashi.schema.Decoding.Decoded;
import io.kizashi.testing.Seeds;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The touchpoint schema promises sources what the decoder does. */
class TouchpointSchemaTest {
  private static final Schema SCHEMA = Schemas.load("touchpoint");

  /** Codes for what no JSON Schema can express: bytes, syntax, sizes, doubled names, the clock. */
  private static final Set<RejectCode> BEYOND_SCHEMAS =
      Set.of(
          RejectCode.EMPTY,
          RejectCode.TOO_LARGE,
          RejectCode.BAD_UTF8,
          RejectCode.BAD_JSON,
          RejectCode.TOO_DEEP,
          RejectCode.DUPLICATE_FIELD,
          RejectCode.PLACEHOLDER,
          RejectCode.NOT_FINITE,
          RejectCode.IN_THE_FUTURE);

  /**
   * A bound of the whole record or of all that is in one property; a time whose shape is right but
   * which is too early; a whole number written with an exponent, which JSON Schema takes for an
   * integer; a record that is none of its.
   */
  private static final Set<String> BEYOND_PATTERNS =
      Set.of(
          "many tokens",
          "large object",
          "'1970-01-01T00:00:00Z'",
          "1e12",
          "heartbeat without time");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'customer':'c'",
        "'anonymous':'g'",
        "'customer':'','anonymous':'g'",
        "'customer':null,'anonymous':'g'",
        "'customer':'c','anonymous':''",
        "'customer':'c','actor':'system'",
        "'customer':'c','actor':''",
        "'customer':'c','actor':null",
        "'customer':'c','channel':null,'stage':'','region':'JP-13'",
        "'customer':'c','values':[]",
        "'customer':'c','values':null",
        "'customer':'c','values':['','feel']",
        "'customer':'c','emotion':null",
        "'customer':'c','emotion':{'valence':-1}",
        "'customer':'c','emotion':{'valence':1,'arousal':-1,'confidence':0,'mood':[1]}",
        "'customer':'c','properties':{}",
        "'customer':'c','properties':{'a':null,'b':true,'c':1e300,'':'x'}",
        "'customer':'c','properties':{'a':[],'b':{},'c':['x',1,null,[true,{'d':'e'}]]}",
        "'customer':'c','text':null,'unknown':{'a':[1]}",
      })
  void whatTheDecoderTakesIsValid(String fields) {
    String json = "{'id':'e','type':'t','time':1772359200000," + fields + "}";
    assertAgreed(json, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'2026-03-01T10:00:00Z'",
        "'2026-03-01t10:00:00z'",
        "'2026-03-01T10:00:00.123456789+09:00'",
        "'2026-03-01T10:00:00.1-09:30'",
        "'2000-01-01T00:00:00Z'",
        "'9999-12-31T23:59:59.999Z'",
        "'2028-02-29T00:00:00Z'",
        "946684800000",
        "253402300799999",
      })
  void whatTheDecoderReadsAsTimeIsValid(String time) {
    assertAgreed("{'id':'e','type':'t','customer':'c','time':" + time + "}", true);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedFields")
  void whatTheDecoderRefusesIsInvalid(String what, String json) {
    assertThat(Schemas.problems(SCHEMA, json)).as(what).isNotEmpty();
  }

  static Stream<Arguments> refusedFields() {
    return Stream.concat(TouchpointRejectionTest.damages(), TouchpointFlawTest.flaws())
        .filter(damage -> !BEYOND_SCHEMAS.contains((RejectCode) damage.get()[2]))
        .filter(damage -> !BEYOND_PATTERNS.contains((String) damage.get()[0]))
        .map(
            damage -> Arguments.arguments(damage.get()[0], Samples.text((byte[]) damage.get()[1])));
  }

  @Test
  void mostOfTheDamagesAreSuchThatASchemaCanTell() {
    assertThat(refusedFields().count()).isGreaterThan(45);
  }

  @Test
  void whateverTheProductEncodesIsValid() {
    RandomNouns nouns = new RandomNouns(Seeds.seed());
    for (int i = 0; i < 300; i++) {
      String json = Samples.text(TouchpointJson.encode(nouns.touchpoint()));
      assertThat(Schemas.problems(SCHEMA, json)).as(json).isEmpty();
    }
  }

  @Test
  void aHeartbeatIsNoTouchpoint() {
    String heartbeat = "{'id':'e','type':'heartbeat','time':1772359200000,'customer':'c'}";
    assertAgreed(heartbeat, false);
  }

  @Test
  void everyFieldOfTheContractHasADescription() {
    for (Map.Entry<String, tools.jackson.databind.JsonNode> field :
        SCHEMA.getSchemaNode().get("properties").properties()) {
      assertThat(field.getValue().has("description")).as(field.getKey()).isTrue();
    }
  }

  private static void assertAgreed(String quoted, boolean good) {
    String json = quoted.replace('\'', '"');
    Decoding decoding = TouchpointJson.decode(Samples.utf8(json), Samples.TEN, Bounds.LATEST);
    assertThat(decoding instanceof Decoded).as(decoding.toString()).isEqualTo(good);
    assertThat(Schemas.problems(SCHEMA, json).isEmpty()).as(json).isEqualTo(good);
  }
}
