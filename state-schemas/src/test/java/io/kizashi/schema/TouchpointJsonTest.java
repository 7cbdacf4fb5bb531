package io.kizashi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Decoding.Decoded;
import io.kizashi.schema.Decoding.Flaw;
import io.kizashi.schema.Decoding.Heartbeat;
import io.kizashi.schema.Decoding.Heartbeat.Meaning;
import io.kizashi.testing.Seeds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the decoder takes in, and what comes out of it. */
class TouchpointJsonTest {
  private static final long ARRIVAL = Samples.TEN + 5;

  @Test
  void theContractsExampleIsDecodedWhole() {
    assertThat(decode(Samples.FULL_JSON)).isEqualTo(new Decoded(Samples.full(), 0));
  }

  @Test
  void fieldsFromElsewhereAreHeldToTheSameContract() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", "e");
    fields.put("type", "page_viewed");
    fields.put("time", (double) Samples.TEN);
    fields.put("customer", "c \"1\"");
    fields.put("channel", Optional.empty());
    fields.put("values", List.of("sense", "feel"));
    fields.put("emotion", Map.of("valence", -0.5));
    fields.put("properties", Map.of("page", "/価格", "views", 3.0, "tags", List.of("x", true)));
    Touchpoint touchpoint = ((Decoded) TouchpointJson.decode(fields, ARRIVAL)).touchpoint();
    assertThat(TouchpointJson.decode(TouchpointJson.encode(touchpoint), ARRIVAL, Bounds.LATEST))
        .isEqualTo(new Decoded(touchpoint, 0));
    assertThat(touchpoint.properties())
        .containsEntry("views", 3.0)
        .containsEntry("tags", List.of("x", true));
    assertThat(touchpoint.setting().values()).containsExactly("sense", "feel");

    fields.put("properties", Map.of("deep", List.of(List.of(List.of(List.of())))));
    assertFlawed(fields, RejectCode.TOO_DEEP, "/properties/deep/0/0/0");
    fields.put("properties", Map.of("much", Double.POSITIVE_INFINITY));
    assertFlawed(fields, RejectCode.NOT_FINITE, "/properties/much");
    fields.put("properties", Map.of("half", "\uD800"));
    assertFlawed(fields, RejectCode.BAD_UTF8, "/properties/half");
  }

  private static void assertFlawed(Map<String, Object> fields, RejectCode code, String part) {
    assertThat(TouchpointJson.decode(fields, ARRIVAL))
        .isInstanceOfSatisfying(
            Decoded.class, it -> assertThat(it.flaws()).containsExactly(new Flaw(code, part)));
  }

  @Test
  void aGuestIsKeyedByItsAnonymousId() {
    Touchpoint touchpoint = decoded("'anonymous':'g-1'");
    assertThat(touchpoint.cameUnder()).isEqualTo(CustomerKey.guest("g-1"));
    assertThat(touchpoint.setting().anonymous()).isEqualTo("g-1");
  }

  @Test
  void theCustomersIdWinsOverTheAnonymousOneThatIsKept() {
    Touchpoint touchpoint = decoded("'anonymous':'g-1','customer':'c-1'");
    assertThat(touchpoint.cameUnder()).isEqualTo(CustomerKey.customer("c-1"));
    assertThat(touchpoint.setting().anonymous()).isEqualTo("g-1");
  }

  @Test
  void anEmptyCustomerIsNoCustomer() {
    assertThat(decoded("'customer':'','anonymous':'g-1'").cameUnder())
        .isEqualTo(CustomerKey.guest("g-1"));
  }

  @Test
  void theCustomerActsWhereNobodyIsNamed() {
    assertThat(decoded("'customer':'c'").actor()).isEqualTo(Actor.CUSTOMER);
    assertThat(decoded("'customer':'c','actor':'bot'").actor()).isEqualTo(Actor.BOT);
  }

  @Test
  void unknownFieldsAreIgnoredAndCounted() {
    String json = record("'customer':'c','mood':1,'extra':{'id':'not this'},'more':[1,[2]]");
    assertThat(decode(json))
        .isInstanceOfSatisfying(
            Decoded.class,
            it -> {
              assertThat(it.unknownFields()).isEqualTo(3);
              assertThat(it.touchpoint().id()).isEqualTo("e");
            });
  }

  @Test
  void nullMeansAbsent() {
    Touchpoint touchpoint =
        decoded("'customer':'c','emotion':null,'values':null,'properties':{'a':null,'b':1}");
    assertThat(touchpoint.emotion()).isEmpty();
    assertThat(touchpoint.properties()).containsOnlyKeys("b");
  }

  @Test
  void wholeAndBrokenNumbersBecomeDoubles() {
    assertThat(decoded("'customer':'c','properties':{'a':5,'b':0.5,'c':1e300}").properties())
        .containsEntry("a", 5.0)
        .containsEntry("b", 0.5)
        .containsEntry("c", 1e300);
  }

  @Test
  void minusZeroIsZero() {
    Touchpoint touchpoint =
        decoded("'customer':'c','emotion':{'valence':-0.0},'properties':{'a':-0,'b':-0.0}");
    assertThat(touchpoint.properties()).containsEntry("a", 0.0).containsEntry("b", 0.0);
    assertThat(touchpoint.emotion()).hasValue(new Emotion(0, 0, "", 1, ""));
  }

  @Test
  void byWhichLexiconWordsWereReadIsNotASourcesToSay() {
    Touchpoint touchpoint = decoded("'customer':'c','emotion':{'valence':-1,'epoch':5900000}");
    assertThat(touchpoint.emotion().orElseThrow().epoch()).isZero();
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(decode("\uFEFF" + record("'customer':'c'"))).isInstanceOf(Decoded.class);
  }

  @Test
  void textsAtTheirBoundsPass() {
    String text = "あ".repeat(Bounds.STRING_CHARS);
    String name = "名".repeat(Bounds.NAME_CHARS);
    Touchpoint touchpoint =
        decoded("'customer':'%s','text':'%s','properties':{'%s':'v'}".formatted(name, text, name));
    assertThat(touchpoint.cameUnder().id()).isEqualTo(name);
    assertThat(touchpoint.text()).isEqualTo(text);
    assertThat(touchpoint.properties()).containsOnlyKeys(name);
  }

  @Test
  void decodingWhatWasEncodedGivesTheSameTouchpoint() {
    long seed = Seeds.seed();
    RandomNouns nouns = new RandomNouns(seed);
    for (int i = 0; i < 2_000; i++) {
      Touchpoint touchpoint = nouns.touchpoint();
      Decoding again =
          TouchpointJson.decode(
              TouchpointJson.encode(touchpoint), touchpoint.arrival(), Bounds.LATEST);
      assertThat(again).as("seed %d, number %d", seed, i).isEqualTo(new Decoded(touchpoint, 0));
    }
  }

  @Test
  void aHeartbeatProvesItsTime() {
    byte[] bytes = TouchpointJson.encodeHeartbeat(Samples.TEN);
    assertThat(TouchpointJson.mayBeHeartbeat(bytes)).isTrue();
    assertThat(TouchpointJson.decode(bytes, ARRIVAL, Bounds.LATEST))
        .isEqualTo(new Heartbeat(Samples.TEN, "", Meaning.TIME));
  }

  @Test
  void aHeartbeatNeedsNoCustomerAndIsNotBelievedFromTheFuture() {
    byte[] bytes = Samples.utf8("{\"time\":1772359200001,\"type\":\"heartbeat\"}");
    assertThat(TouchpointJson.decode(bytes, ARRIVAL, Samples.TEN + 1))
        .isEqualTo(new Heartbeat(Samples.TEN + 1, "", Meaning.TIME));
    assertThat(TouchpointJson.decode(bytes, ARRIVAL, Samples.TEN))
        .isEqualTo(new Decoding.Rejected(RejectCode.IN_THE_FUTURE, "/time"));
  }

  @Test
  void theEndOfAFiniteStreamIsBelievedHoweverFarAheadItLiesAndNoOther() {
    byte[] bytes = TouchpointJson.encodeHeartbeat(Samples.TEN + 1, "feed", Meaning.END);
    assertThat(TouchpointJson.mayBeHeartbeat(bytes)).isTrue();
    assertThat(
            TouchpointJson.decode(bytes, ARRIVAL, Samples.TEN, "feed"::equals, Placeholders.USUAL))
        .isEqualTo(new Heartbeat(Samples.TEN + 1, "feed", Meaning.END));
    assertThat(
            TouchpointJson.decode(bytes, ARRIVAL, Samples.TEN, "shop"::equals, Placeholders.USUAL))
        .isEqualTo(new Decoding.Rejected(RejectCode.IN_THE_FUTURE, "/time"));
    assertThat(TouchpointJson.decode(bytes, ARRIVAL, Samples.TEN))
        .isEqualTo(new Decoding.Rejected(RejectCode.IN_THE_FUTURE, "/time"));
    byte[] beat = TouchpointJson.encodeHeartbeat(Samples.TEN + 1, "feed");
    assertThat(
            TouchpointJson.decode(beat, ARRIVAL, Samples.TEN, "feed"::equals, Placeholders.USUAL))
        .as("no end")
        .isEqualTo(new Decoding.Rejected(RejectCode.IN_THE_FUTURE, "/time"));
  }

  @Test
  void aHeartbeatMayNameItsSourceAnywhere() {
    byte[] first = json("{'source':'shop','time':1772359200000,'type':'heartbeat'}");
    assertThat(TouchpointJson.decode(first, ARRIVAL, Samples.TEN))
        .isEqualTo(new Heartbeat(Samples.TEN, "shop", Meaning.TIME));
    byte[] none = json("{'type':'heartbeat','time':1772359200000,'source':null}");
    assertThat(TouchpointJson.decode(none, ARRIVAL, Samples.TEN))
        .isEqualTo(new Heartbeat(Samples.TEN, "", Meaning.TIME));
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "{'a':['b']}", "'\\ud83d'", "'x','source':'y'"})
  void aTouchpointsSourceIsAnUnknownFieldWhateverItHolds(String source) {
    String rest = ",'id':'e','type':'t','time':1772359200000,'customer':'c'}";
    assertThat(TouchpointJson.decode(json("{'source':" + source + rest), ARRIVAL, Samples.TEN))
        .isInstanceOf(Decoded.class);
  }

  @Test
  void whatDecodesAsAHeartbeatIsOneToWhoeverLooksBeforeDecoding() {
    String largest = "{'type':'heartbeat','time':1772359200000,'x':'";
    int room = Heartbeats.MAX_BYTES - largest.length() - 2;
    byte[] fits = json(largest + "x".repeat(room) + "'}");
    byte[] tooLarge = json(largest + "x".repeat(room + 1) + "'}");
    byte[] escaped = json("{'type':'\\u0068eartbeat','time':1772359200000}");

    assertThat(TouchpointJson.mayBeHeartbeat(fits)).isTrue();
    assertThat(TouchpointJson.decode(fits, ARRIVAL, Samples.TEN)).isInstanceOf(Heartbeat.class);
    assertThat(TouchpointJson.mayBeHeartbeat(tooLarge)).isFalse();
    assertThat(TouchpointJson.decode(tooLarge, ARRIVAL, Samples.TEN))
        .isEqualTo(new Decoding.Rejected(RejectCode.TOO_LARGE, "byte 512"));
    assertThat(TouchpointJson.mayBeHeartbeat(escaped)).isFalse();
    assertThat(TouchpointJson.decode(escaped, ARRIVAL, Samples.TEN))
        .isEqualTo(new Decoding.Rejected(RejectCode.BAD_VALUE, "/type"));
  }

  @Test
  void aHeartbeatSaysThatItsSourceIsGoneAndNothingElseOfIts() {
    byte[] retired = TouchpointJson.encodeHeartbeat(Samples.TEN, "crm", Meaning.RETIRED);
    assertThat(TouchpointJson.decode(retired, ARRIVAL, Samples.TEN))
        .isEqualTo(new Heartbeat(Samples.TEN, "crm", Meaning.RETIRED));
    assertThat(
            TouchpointJson.decode(
                retired, ARRIVAL, Samples.TEN - 1, "crm"::equals, Placeholders.USUAL))
        .as("from the future")
        .isEqualTo(new Decoding.Rejected(RejectCode.IN_THE_FUTURE, "/time"));
    byte[] other = json("{'type':'heartbeat','time':1772359200000,'text':'ends'}");
    assertThat(TouchpointJson.decode(other, ARRIVAL, Samples.TEN))
        .isEqualTo(new Heartbeat(Samples.TEN, "", Meaning.TIME));
  }

  private static byte[] json(String text) {
    return Samples.utf8(text.replace('\'', '"'));
  }

  @Test
  void aHeartbeatWithTheLongestNameOfASourceIsNotTooLarge() {
    byte[] bytes = TouchpointJson.encodeHeartbeat(Bounds.LATEST, "源".repeat(64), Meaning.END);
    assertThat(TimeSources.ending("源".repeat(64)).decode(bytes, Samples.TEN))
        .isEqualTo(new Heartbeat(Bounds.LATEST, "源".repeat(64), Meaning.END));
  }

  @Test
  void whatMentionsNoHeartbeatOrIsTooLongIsNone() {
    assertThat(TouchpointJson.mayBeHeartbeat(Samples.utf8(Samples.FULL_JSON))).isFalse();
    String padded = "{\"type\":\"heartbeat\"," + " ".repeat(Heartbeats.MAX_BYTES) + "\"time\":1}";
    assertThat(TouchpointJson.mayBeHeartbeat(Samples.utf8(padded))).isFalse();
    assertThat(TouchpointJson.mayBeHeartbeat(new byte[0])).isFalse();
  }

  @Test
  void onlyWhatIsPresentIsWritten() {
    assertThat(Samples.text(TouchpointJson.encode(Samples.bare("e-1", Samples.TEN))))
        .isEqualTo(
            "{\"id\":\"e-1\",\"type\":\"page_viewed\",\"time\":\"2026-03-01T10:00:00.000Z\","
                + "\"anonymous\":\"g-1\"}");
  }

  private static Decoding decode(String json) {
    return TouchpointJson.decode(Samples.utf8(json), ARRIVAL, Bounds.LATEST);
  }

  private static Touchpoint decoded(String fields) {
    Decoding decoding = decode(record(fields));
    assertThat(decoding).isInstanceOf(Decoded.class);
    return ((Decoded) decoding).touchpoint();
  }

  private static String record(String fields) {
    return ("{'id':'e','type':'t','time':1772359200000," + fields + "}").replace('\'', '"');
  }
}
