package io.kizashi.core.content;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts as nobody wants to send them on. */
public final class Hostile {
  /** A family of four: 7 code points that are one character. */
  public static final String FAMILY =
      "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";

  /** The flag of Japan: 2 code points. */
  public static final String JAPAN = "\uD83C\uDDEF\uD83C\uDDF5";

  /** The flag of England: a black flag and 6 tags. */
  public static final String ENGLAND =
      "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F";

  /** Everything that must not reach people, whatever stands around it. */
  public static final Pattern FORBIDDEN =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF]");

  /** Each is a value of its own, and part of others. */
  public static final List<String> PIECES =
      List.of(
          "",
          " ",
          "a",
          "カート",
          "山田\u3000太郎",
          "5,400円",
          "<script>alert(1)</script>",
          "\" onload='x'&amp;<b>",
          "{{cart.id}}",
          "{{{x}}}{{#a}}{{/a}}{{>p}}{{=<% %>=}}",
          "\u202Eesrever\u202C",
          "\u2066\u2067\u2068\u2069\u061C\u200E\u200F",
          "\u0000\u0007\u001B[31m\u007F\u0085\u009B",
          "line\r\nline\tline\u2028line\u2029",
          "\uD83D",
          "\uDE00",
          "\uD83C",
          "\uDDEF",
          FAMILY,
          JAPAN,
          ENGLAND,
          "\uD83C\uDDEF",
          "\uDB40\uDC41\uDB40\uDC42",
          "か\u3099き\u3099",
          "\uFF76\uFF9E",
          "\u0301",
          "e\u0301\u0323",
          "Z" + "\u0335\u0321\u0353".repeat(12),
          "\u200D",
          "\u200C",
          "\uFE0F",
          "葛\uDB40\uDD00",
          "\uFA19\uFA1B",
          "\u3164",
          "\u200B\uFEFF\u2060",
          "\uFFFE\uFDD0",
          "null",
          "NaN");

  private Hostile() {}

  /** Pieces in any order, up to thousands of characters. */
  public static Arbitrary<String> texts() {
    Arbitrary<String> mixed =
        Arbitraries.of(PIECES).list().ofMaxSize(120).map(pieces -> String.join("", pieces));
    return Arbitraries.oneOf(mixed, Arbitraries.strings().all().ofMaxLength(60));
  }
}
