package io.kizashi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Decoding.Decoded;
import io.kizashi.schema.Decoding.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
  private static final String RECORD =
      """
      {"id":"e","type":"cart_updated","time":"2026-03-01T10:00:00Z",%s}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "NULL",
        " Null ",
        "ｎｕｌｌ",
        "(null)",
        "<null>",
        "undefined",
        "None",
        "NaN",
        "nil",
        "Unknown",
        "(not set)",
        "（not set）",
        "not set",
        "anonymous",
        "Guest",
        "0",
        "０",
        "-",
        "－",
        "--",
        "-1",
        "n/a",
        "N/A",
        "\u3000",
        " \t",
        "[object Object]",
        "{}",
        "00000000-0000-0000-0000-000000000000"
      })
  void nobodyIsNobodyInWhateverSpelling(String id) {
    String json = RECORD.formatted("\"customer\":\"" + id.replace("\t", "\\t") + "\"");
    assertThat(decode(json)).isEqualTo(new Rejected(RejectCode.PLACEHOLDER, "/customer"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c-0",
        "00",
        "10",
        "nullarbor",
        "guest-7",
        "nani",
        "none@example.com",
        "nan.tanaka",
        "客",
        "unknown soldier",
        "(a)",
        "--1",
        "A-"
      })
  void whatOnlyLooksLikeItIsSomebody(String id) {
    assertThat(decode(RECORD.formatted("\"customer\":\"" + id + "\"")))
        .isInstanceOfSatisfying(
            Decoded.class, it -> assertThat(it.touchpoint().cameUnder().id()).isEqualTo(id));
  }

  @Test
  void aGuestStaysOneWhereTheCustomerIsNobody() {
    assertThat(decode(RECORD.formatted("\"customer\":\"null\",\"anonymous\":\"dev-7\"")))
        .isInstanceOfSatisfying(
            Decoded.class,
            it -> assertThat(it.touchpoint().cameUnder()).isEqualTo(CustomerKey.guest("dev-7")));
  }

  @Test
  void nobodysDeviceSessionCaseContactAndAccountAreNone() {
    String json =
        RECORD.formatted(
            """
            "customer":"c","anonymous":"undefined","session":"0","case":"none","contact":"null",
            "account":"N/A"
            """);
    assertThat(decode(json))
        .isInstanceOfSatisfying(
            Decoded.class, it -> assertThat(it.touchpoint().setting()).isEqualTo(Setting.on("")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n.n.", "N.N.", "(Ｎ.Ｎ.)", "ukjent", " UKJENT", "<ukjent>", "null", "0"})
  void aListOfFurtherOnesAddsToTheUsualOnes(String id) {
    String json = RECORD.formatted("\"customer\":\"" + id + "\",\"anonymous\":\"dev-7\"");
    assertThat(decode(json, Placeholders.USUAL.and("N.n.").and("[ukjent]")))
        .isInstanceOfSatisfying(
            Decoded.class,
            it -> assertThat(it.touchpoint().cameUnder()).isEqualTo(CustomerKey.guest("dev-7")));
  }

  @Test
  void whatNobodyListedIsSomebody() {
    String json = RECORD.formatted("\"customer\":\"n.n.\"");
    assertThat(decode(json)).isInstanceOf(Decoded.class);
    assertThat(decode(json, Placeholders.USUAL.and("ukjent"))).isInstanceOf(Decoded.class);
  }

  private static Decoding decode(String json) {
    return TouchpointJson.decode(Samples.utf8(json), Samples.TEN, Bounds.LATEST);
  }

  private static Decoding decode(String json, Placeholders nobody) {
    return TouchpointJson.decode(
        Samples.utf8(json), Samples.TEN, Bounds.LATEST, source -> false, nobody);
  }
}
