package io.kizashi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kizashi.schema.Decoding.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged records: each is refused with its code and place, none by an exception. */
class TouchpointRejectionTest {
  /** Five minutes after the good record's time. */
  private static final long LATEST = Samples.TEN + Bounds.FUTURE_MILLIS;

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void aDamagedRecordIsRejectedWithItsCodeAndPlace(
      String what, byte[] bytes, RejectCode code, String where) {
    assertThat(TouchpointJson.decode(bytes, Samples.TEN, LATEST))
        .as(what)
        .isEqualTo(new Rejected(code, where));
  }

  @Test
  void everyCodeOfTheDecoderIsReachedByARecord() {
    Set<RejectCode> reached = EnumSet.noneOf(RejectCode.class);
    Stream.concat(damages(), TouchpointFlawTest.flaws())
        .forEach(damage -> reached.add((RejectCode) damage.get()[2]));
    // What was before, and what is late, a customer's state knows; a defect is the engine's.
    assertThat(reached)
        .isEqualTo(
            EnumSet.complementOf(
                EnumSet.of(RejectCode.REUSED_ID, RejectCode.TOO_LATE, RejectCode.DEFECT)));
  }

  static Stream<Arguments> damages() {
    return Stream.of(bytesAndSyntax(), sizes(), fields(), required(), times())
        .flatMap(damages -> damages);
  }

  private static Stream<Arguments> bytesAndSyntax() {
    byte[] good = Samples.utf8(Samples.FULL_JSON);
    byte[] badByte = good.clone();
    badByte[8] = (byte) 0xFF;
    byte[] overlong = good.clone();
    overlong[8] = (byte) 0xC0;
    overlong[9] = (byte) 0xAF;
    return Stream.of(
        arguments("empty", new byte[0], RejectCode.EMPTY, "byte 0"),
        arguments("bad UTF-8", badByte, RejectCode.BAD_UTF8, "byte 8"),
        arguments("overlong UTF-8", overlong, RejectCode.BAD_UTF8, "byte 8"),
        arguments("cut within a character", cut(good, "カ", 1), RejectCode.BAD_UTF8, "byte 363"),
        arguments(
            "UTF-16",
            Samples.FULL_JSON.getBytes(StandardCharsets.UTF_16BE),
            RejectCode.BAD_UTF8,
            "byte 0"),
        arguments(
            "NUL after the record", with("'customer':'c'}\0"), RejectCode.BAD_UTF8, "byte 57"),
        arguments(
            "half a surrogate pair",
            with("'customer':'\\ud83d'}"),
            RejectCode.BAD_UTF8,
            "/customer"),
        arguments(
            "half a pair in a name",
            with("'customer':'c','properties':{'\\ud83d':1}}"),
            RejectCode.BAD_JSON,
            "byte 78"),
        arguments("cut JSON", Arrays.copyOf(good, 100), RejectCode.BAD_JSON, "byte 100"),
        arguments("no object", Samples.utf8("[]"), RejectCode.BAD_JSON, "byte 0"),
        arguments("blank", Samples.utf8("  "), RejectCode.BAD_JSON, "byte 0"),
        arguments("two objects", with("'customer':'c'} {}"), RejectCode.BAD_JSON, "byte 58"),
        arguments("no JSON", Samples.utf8("id=e-1"), RejectCode.BAD_JSON, "byte 0"));
  }

  private static Stream<Arguments> sizes() {
    String megabyte = "'customer':'c','text':'" + "x".repeat(1 << 20) + "'}";
    String deep = "'customer':'c','x':" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
    return Stream.of(
        arguments("1 MB record", with(megabyte), RejectCode.TOO_LARGE, "byte 65536"),
        arguments("depth 5,000", with(deep), RejectCode.TOO_DEEP, "byte 69"),
        arguments(
            "long id",
            with("'customer':'" + "x".repeat(Bounds.NAME_CHARS + 1) + "'}"),
            RejectCode.TOO_LONG,
            "/customer"),
        arguments(
            "many tokens",
            with("'customer':'c','x':[" + "1,".repeat(Bounds.JSON_TOKENS) + "1]}"),
            RejectCode.TOO_LONG,
            "byte 2089"));
  }

  /** What, the code, where, and the rest of a record that is good so far. */
  private static Stream<Arguments> fields() {
    return Stream.of(
            "nobody|MISSING_FIELD|/customer|'channel':'web'",
            "empty customer|MISSING_FIELD|/customer|'customer':''",
            "null in words|PLACEHOLDER|/customer|'customer':'null'",
            "a guest of no name|PLACEHOLDER|/anonymous|'customer':'','anonymous':'(not set)'",
            "field twice|DUPLICATE_FIELD|/customer|'customer':'c','customer':'d'",
            "number as customer|WRONG_TYPE|/customer|'customer':17")
        .map(line -> line.split("\\|", 4))
        .map(it -> arguments(it[0], with(it[3] + "}"), RejectCode.valueOf(it[1]), it[2]));
  }

  /** What, the code, where, and the whole record. */
  private static Stream<Arguments> required() {
    return Stream.of(
            "no id|MISSING_FIELD|/id|{'type':'t','time':1772359200000,'customer':'c'}",
            "null id|MISSING_FIELD|/id|{'id':null,'type':'t','time':1772359200000,'customer':'c'}",
            "no type|MISSING_FIELD|/type|{'id':'e','time':1772359200000,'customer':'c'}",
            "no time|MISSING_FIELD|/time|{'id':'e','type':'t','customer':'c'}",
            "heartbeat without time|MISSING_FIELD|/time|{'type':'heartbeat'}",
            "no deed|NOT_YET|/type|{'type':'erasure_requested','time':1772359200000,'customer':'c'}",
            "heartbeat of a number|WRONG_TYPE|/source|{'type':'heartbeat','time':1772359200000,'source':1}",
            "heartbeat of two|DUPLICATE_FIELD|/source|{'source':'a','source':'a','type':'heartbeat','time':1772359200000}",
            "heartbeat of a long name|TOO_LONG|/source|{'type':'heartbeat','time':1772359200000,'source':'"
                + "x".repeat(Bounds.SOURCE_CHARS + 1)
                + "'}",
            "camel case|BAD_VALUE|/type|{'id':'e','type':'cartUpdated','time':1772359200000}",
            "type from a digit|BAD_VALUE|/type|{'id':'e','type':'1st','time':1772359200000}")
        .map(line -> line.split("\\|", 4))
        .map(it -> arguments(it[0], json(it[3]), RejectCode.valueOf(it[1]), it[2]));
  }

  private static Stream<Arguments> times() {
    Stream<Arguments> unreadable =
        Stream.of(
                "'2026-03-01'",
                "'2026-03-01T10:00Z'",
                "'2026-03-01T10:00:00+09'",
                "'2026-03-01T10:00:00+0900'",
                "'2026-03-01T10:00:00+09:00:30'",
                "'2026-03-01T10:00:00.Z'",
                "'2026-03-01T10:00:00.'",
                "'2026-03-01T10:00:00.+09:00'",
                "'2026-03-01T10:00:00,5Z'",
                "'2026-03-01T24:00:00Z'",
                "'2026-02-29T10:00:00Z'",
                "'2026-12-31T23:59:60Z'",
                "'2026-03-01 10:00:00Z'",
                "'2026-03-01 10:00:00'",
                "'10000-01-01T00:00:00Z'",
                "'+10000-01-01T00:00:00Z'",
                "'1970-01-01T00:00:00Z'",
                "'0000-00-00T00:00:00Z'",
                "'yesterday'",
                "''",
                "0",
                "-1",
                "1772359200",
                "1772359200000.5",
                "1e12",
                "253402300800000",
                "99999999999999999999999")
            .map(time -> arguments(time, at(time), RejectCode.BAD_TIME, "/time"));
    Stream<Arguments> local =
        Stream.of("'2026-03-01T10:00:00'", "'2026-03-01T10:00:00.5'", "'2026-03-01T10:00'")
            .map(time -> arguments(time, at(time), RejectCode.NO_ZONE, "/time"));
    Stream<Arguments> others =
        Stream.of(
            arguments("truth as time", at("true"), RejectCode.WRONG_TYPE, "/time"),
            arguments("list as time", at("[1]"), RejectCode.WRONG_TYPE, "/time"),
            arguments("NaN as time", at("NaN"), RejectCode.NOT_FINITE, "/time"),
            arguments(
                "far future", at("'9999-12-31T23:59:59Z'"), RejectCode.IN_THE_FUTURE, "/time"),
            arguments(
                "a millisecond too far",
                at(Long.toString(LATEST + 1)),
                RejectCode.IN_THE_FUTURE,
                "/time"));
    return Stream.concat(Stream.concat(unreadable, local), others);
  }

  private static byte[] cut(byte[] bytes, String before, int more) {
    int at = Samples.FULL_JSON.indexOf(before);
    return Arrays.copyOf(bytes, at + more);
  }

  private static byte[] with(String rest) {
    return json("{'id':'e','type':'t','time':1772359200000," + rest);
  }

  private static byte[] at(String time) {
    return json("{'id':'e','type':'t','customer':'c','time':" + time + "}");
  }

  private static byte[] json(String text) {
    return Samples.utf8(text.replace('\'', '"'));
  }
}
