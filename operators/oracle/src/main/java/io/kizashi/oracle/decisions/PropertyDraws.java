package io.kizashi.oracle.decisions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes up what touchpoints say. */
record PropertyDraws(Draws draws) {
  /** Channels as others spell them, and what is none. */
  private static final List<String> FOREIGN =
      List.of("LINE", " Email", "newsletter", "ＰＵＳＨ", "web");

  /** What is said where a moment is raised, or on a visit. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    draws
        .maybe(9, () -> draws.any(List.of(1.0, 2.0, 3.0, 8.0, -1.0)))
        .ifPresent(it -> values.put("value", it));
    draws.maybe(7, () -> "word").ifPresent(it -> values.put("word", it));
    return values;
  }

  /** One property of a profile. */
  Map<String, Object> profile() {
    return switch (draws.random().nextInt(6)) {
      case 0 -> Map.of("tier", draws.any(List.of(0.0, 1.0, 2.0, 3.0)));
      case 2 ->
          Map.of(
              "renewalAt",
              draws.any(
                  List.<Object>of(
                      "2026-08-05",
                      "2026-08-05T23:30:00+09:00",
                      "2026-12-31T20:15:30Z",
                      "2028-02-29",
                      "soon")));
      case 1 -> Map.of("preferredChannel", draws.any(RandomPolicyRulebook.CHANNELS));
      default ->
          Map.of(
              "timezone",
              draws.any(
                  List.<Object>of(
                      "Asia/Tokyo",
                      "America/New_York",
                      "Europe/Berlin",
                      "Australia/Lord_Howe",
                      "Asia/Kolkata",
                      "america/new york",
                      "Eastern Standard Time",
                      "(GMT-05:00) Eastern Time (US & Canada)",
                      " ＪＳＴ",
                      "tokyo",
                      "utc+05:30",
                      "Nowhere/Land",
                      "Nowhere/Land",
                      "somewhere else",
                      9.0,
                      List.of("Asia/Tokyo"))));
    };
  }

  /** What consent is given or withdrawn, in the contract's words or in others. */
  Map<String, Object> consent() {
    Map<String, Object> said = new LinkedHashMap<>();
    boolean plain = draws.random().nextInt(4) != 0;
    said.put(
        "purpose",
        plain ? "ad" : draws.any(List.of("service", "AD", "marketing", "analysis", "Service ")));
    said.put(
        "granted", plain ? draws.random().nextInt(3) != 0 : draws.any(List.of("true", "no", 0.0)));
    draws
        .maybe(3, () -> draws.any(plain ? RandomPolicyRulebook.CHANNELS : FOREIGN))
        .ifPresent(it -> said.put("channel", it));
    draws
        .maybe(9, () -> draws.any(List.of("2026-03-02T12:00:00Z", "2036-01-01T00:00:00Z", "soon")))
        .ifPresent(it -> said.put("until", it));
    return said;
  }
}
