package io.kizashi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kizashi.schema.Decoding.Decoded;
import io.kizashi.schema.Decoding.Flaw;
import io.kizashi.schema.Decoding.Rejected;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where who, what and when can be read, a touchpoint counts; what does not fit is cut, and told.
 */
class TouchpointFlawTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("flaws")
  void aPartThatDoesNotFitIsCutAndTheRestCounts(
      String what, byte[] bytes, RejectCode code, String part) {
    assertThat(decode(bytes))
        .as(what)
        .isInstanceOfSatisfying(
            Decoded.class,
            it -> {
              assertThat(it.flaws()).containsExactly(new Flaw(code, part));
              assertThat(it.touchpoint().cameUnder()).isEqualTo(CustomerKey.customer("c"));
              assertThat(it.touchpoint().time()).isEqualTo(Samples.TEN);
            });
  }

  static Stream<Arguments> flaws() {
    return Stream.of(parts(), sizes(), numbers(), structures()).flatMap(flaws -> flaws);
  }

  /** What, the code, the part, and the rest of a record that is good so far. */
  private static Stream<Arguments> parts() {
    return Stream.of(
            "no valence|MISSING_FIELD|/emotion/valence|'emotion':{'arousal':1}",
            "property twice|DUPLICATE_FIELD|/properties/a~1b|'properties':{'a/b':1,'a/b':1}",
            "null, then value|DUPLICATE_FIELD|/properties/a|'properties':{'a':null,'a':1}",
            "properties twice|DUPLICATE_FIELD|/properties|'properties':{},'properties':{'a':[1]}",
            "two valences|DUPLICATE_FIELD|/emotion/valence|'emotion':{'valence':1,'valence':-1}",
            "two labels|DUPLICATE_FIELD|/emotion/label|'emotion':{'label':'a','label':'b'}",
            "text twice|DUPLICATE_FIELD|/text|'text':'a','text':'b'",
            "deep objects|TOO_DEEP|/properties/a~0/b/c/d|"
                + "'properties':{'a~':{'b':{'c':{'d':{'e':1}}}}}",
            "deep lists|TOO_DEEP|/properties/a/1/0/0|'properties':{'a':[1,[[[2]]]]}",
            "field twice|DUPLICATE_FIELD|/properties/a/0/b|'properties':{'a':[{'b':1,'b':2}]}",
            "half a letter in a list|BAD_UTF8|/properties/a/0|'properties':{'a':['\\ud83d']}",
            "text as properties|WRONG_TYPE|/properties|'properties':'x'",
            "list as properties|WRONG_TYPE|/properties|'properties':[{'a':1}]",
            "text as emotion|WRONG_TYPE|/emotion|'emotion':'sad'",
            "text as valence|WRONG_TYPE|/emotion/valence|'emotion':{'valence':'1'}",
            "list as valence|WRONG_TYPE|/emotion/valence|'emotion':{'valence':[1,2],'arousal':0}",
            "text as values|WRONG_TYPE|/values|'values':'feel'",
            "number among values|WRONG_TYPE|/values/1|'values':['feel',1]",
            "list among values|WRONG_TYPE|/values/0|'values':[['feel'],'act']",
            "object as text|WRONG_TYPE|/text|'text':{'ja':['x']}",
            "number as channel|WRONG_TYPE|/channel|'channel':7",
            "list as guest|WRONG_TYPE|/anonymous|'anonymous':['g']",
            "number as actor|WRONG_TYPE|/actor|'actor':1",
            "unknown actor|BAD_VALUE|/actor|'actor':'robot'",
            "actor in capitals|BAD_VALUE|/actor|'actor':'BOT'",
            "valence of 2|BAD_VALUE|/emotion|'emotion':{'valence':2}",
            "halves in the wrong order|BAD_UTF8|/text|'text':'\\ude00\\ud83d'")
        .map(line -> line.split("\\|", 4))
        .map(it -> arguments(it[0], with(it[3] + "}"), RejectCode.valueOf(it[1]), it[2]));
  }

  private static Stream<Arguments> sizes() {
    String words = "x".repeat(Bounds.STRING_CHARS + 1);
    String name = "x".repeat(Bounds.NAME_CHARS + 1);
    StringBuilder many = new StringBuilder("'properties':{'p0':1");
    for (int i = 1; i <= Bounds.PROPERTIES + 3; i++) {
      many.append(",'p").append(i).append("':1");
    }
    return Stream.of(
        arguments("long text", with("'text':'" + words + "'}"), RejectCode.TOO_LONG, "/text"),
        arguments(
            "long note",
            with("'properties':{'note':'" + words + "'}}"),
            RejectCode.TOO_LONG,
            "/properties/note"),
        arguments("long case", with("'case':'" + name + "'}"), RejectCode.TOO_LONG, "/case"),
        arguments(
            "long property name",
            with("'properties':{'" + name + "':1}}"),
            RejectCode.TOO_LONG,
            "/properties"),
        arguments("many properties", with(many + "}}"), RejectCode.TOO_LONG, "/properties"),
        arguments(
            "many values",
            with("'values':['1','2','3','4','5','6','7','8','9']}"),
            RejectCode.TOO_LONG,
            "/values"));
  }

  private static Stream<Arguments> numbers() {
    return Stream.of("NaN", "Infinity", "-Infinity", "1e999")
        .map(
            number ->
                arguments(
                    number,
                    with("'properties':{'n':" + number + "}}"),
                    RejectCode.NOT_FINITE,
                    "/properties/n"));
  }

  /** What is beyond the bounds of a list or an object. */
  private static Stream<Arguments> structures() {
    String many = "'properties':{'n':[" + "1,".repeat(Bounds.PROPERTY_VALUES) + "1]}";
    String text = "x".repeat(Bounds.PROPERTY_BYTES);
    String long1 = "'properties':{'n':{'m':'" + text + "'}}";
    String name = "x".repeat(Bounds.NAME_CHARS + 1);
    String named = "'properties':{'n':{'m':{'" + name + "':1}}}";
    return Stream.of(
        arguments("many in a list", with(many + "}"), RejectCode.TOO_LONG, "/properties/n"),
        arguments("large object", with(long1 + "}"), RejectCode.TOO_LONG, "/properties/n"),
        arguments("long name within", with(named + "}"), RejectCode.TOO_LONG, "/properties/n/m"),
        arguments(
            "no number in a list",
            with("'properties':{'n':[1,NaN]}}"),
            RejectCode.NOT_FINITE,
            "/properties/n/1"));
  }

  @Test
  void whatIsTooLongIsCutToItsBoundAndWhatFollowsIsRead() {
    String words = "x".repeat(Bounds.STRING_CHARS - 1);
    Touchpoint touchpoint =
        touchpoint(
            "'text':'"
                + words
                + "\\ud83d\\ude00','properties':{'a':1e999,'b':2,'note':'y"
                + words
                + "!'},'channel':'web'}");
    assertThat(touchpoint.text()).as("no half of a character").isEqualTo(words);
    assertThat(touchpoint.properties()).isEqualTo(Map.of("b", 2.0, "note", "y" + words));
    assertThat(touchpoint.setting().channel()).isEqualTo("web");
  }

  @Test
  void whoeverCannotBeToldIsNoCustomer() {
    assertThat(touchpoint("'actor':'robot'}").actor()).isEqualTo(Actor.SYSTEM);
    assertThat(touchpoint("'actor':{'name':'Bo'}}").actor()).isEqualTo(Actor.SYSTEM);
    assertThat(touchpoint("'actor':'BOT'}").actor()).isEqualTo(Actor.BOT);
  }

  @Test
  void manyFlawsAreToldUpToABound() {
    StringBuilder properties = new StringBuilder("'properties':{'p':1");
    for (int i = 0; i < 20; i++) {
      properties.append(",'l").append(i).append("':1e999");
    }
    assertThat(decode(with(properties + "}}")))
        .isInstanceOfSatisfying(Decoded.class, it -> assertThat(it.flaws()).hasSize(Bounds.FLAWS));
  }

  @Test
  void aGrantOfWhichSomethingIsCutIsNone() {
    String consent =
        "{'id':'e','type':'consent_changed','time':1772359200000,'customer':'c',"
            + "'properties':{'purpose':'ad','granted':%s,'channel':['line']}}";
    assertThat(decode(json(consent.formatted(true))))
        .isEqualTo(new Rejected(RejectCode.WRONG_TYPE, "/properties/channel"));
    assertThat(decode(json(consent.formatted(false)))).isInstanceOf(Decoded.class);
  }

  @Test
  void aGuestWhoseIdDoesNotFitIsNobody() {
    byte[] record = json("{'id':'e','type':'t','time':1772359200000,'anonymous':17}");
    assertThat(decode(record)).isEqualTo(new Rejected(RejectCode.WRONG_TYPE, "/anonymous"));
  }

  private static Touchpoint touchpoint(String rest) {
    return ((Decoded) decode(with(rest))).touchpoint();
  }

  private static Decoding decode(byte[] bytes) {
    return TouchpointJson.decode(bytes, Samples.TEN, Samples.TEN + Bounds.FUTURE_MILLIS);
  }

  private static byte[] with(String rest) {
    return json("{'id':'e','type':'t','time':1772359200000,'customer':'c'," + rest);
  }

  private static byte[] json(String quoted) {
    return Samples.utf8(quoted.replace('\'', '"'));
  }
}
