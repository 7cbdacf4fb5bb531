package io.kizashi.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class LineTest {
  private static final int MOST = 200;
  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  private static Optional<String> line(String raw) {
    return line(raw, MOST);
  }

  private static Optional<String> line(String raw, int most) {
    return Line.of(raw, most).map(line -> line.upTo(most));
  }

  private static List<String> graphemes(String text) {
    return GRAPHEME.matcher(text).results().map(MatchResult::group).toList();
  }

  @Example
  void ordinaryWordsStayWhatTheyAre() {
    for (String words :
        List.of(
            "Anna",
            "カート",
            "山田\u3000太郎",
            "5,400円（税込）",
            "naïve Žižek",
            "안녕",
            "สวัสดี",
            "שלום",
            "क्षि")) {
      assertThat(line(words)).contains(words);
    }
  }

  @Example
  void controlsAndWhatTurnsTheDirectionIsTakenOut() {
    assertThat(line("a\u0000b\u0007c\u001Bd\u007Fe\u009Bf")).contains("abcdef");
    assertThat(line("\u202Atxt\u202B.\u202Cexe\u202D\u202E")).contains("txt.exe");
    assertThat(line("\u2066a\u2067b\u2068c\u2069d\u200Ee\u200Ff\u061Cg")).contains("abcdefg");
  }

  @Example
  void halvesOfCharactersAreTakenOutAndMeetNoOtherHalf() {
    assertThat(line("a\uD83Db\uDE00c")).contains("abc");
    assertThat(line("a\uD83D\u202E\uDE00c")).contains("ac");
  }

  @Example
  void breaksAndRunsOfSpaceBecomeOneSpace() {
    assertThat(line(" \t a\r\nb\tc\u2028d\u0085e  f \n ")).contains("a b c d e f");
    assertThat(line("a \u202E b")).contains("a b");
    assertThat(line("\u3000山田\u3000太郎\u3000")).contains("山田\u3000太郎");
  }

  @Example
  void lettersAreComposedButNamesKeepTheirCharacters() {
    assertThat(line("か\u3099き\u3099e\u0301")).contains("がぎé");
    assertThat(line("e\u0007\u0301")).contains("é");
    assertThat(line("\uFA19\uFA1Be\u0301")).contains("\uFA19\uFA1Bé");
    assertThat(line("葛\uDB40\uDD00城")).contains("葛\uDB40\uDD00城");
  }

  @Example
  void whatNobodyWouldSeeIsNothing() {
    Stream.of(
            "",
            " \t\n",
            "\u3000",
            "\u00A0",
            "\u200B\uFEFF\u2060",
            "\u3164",
            "\u2800",
            "\u0301\u0302",
            "\u200D",
            "\uD83D",
            "\u0000",
            "\u2065\uFFF0\uDB40\uDC80",
            "\uDB40\uDC41\uDB40\uDC42")
        .forEach(blank -> assertThat(line(blank)).as(escaped(blank)).isEmpty());
  }

  @Example
  void whatProgramsWriteForNothingIsNothing() {
    Stream.of("null", " null\n", "undefined", "NaN", "-Infinity", "[object Object]", "n\u202Eull")
        .forEach(nothing -> assertThat(line(nothing)).as(escaped(nothing)).isEmpty());
    assertThat(line("Null")).contains("Null");
    assertThat(line("nullable")).contains("nullable");
    assertThat(line("nullable", 4)).contains("nul…");
  }

  @Example
  void marksAtTheBeginningDoNotFallOnTheWordBefore() {
    assertThat(line("\u0301\u200Dabc")).contains("abc");
  }

  @Example
  void hiddenTagsAreTakenOutButFlagsStay() {
    assertThat(line("a\uDB40\uDC41\uDB40\uDC42b")).contains("ab");
    assertThat(line(Hostile.ENGLAND + "!")).contains(Hostile.ENGLAND + "!");
  }

  @Example
  void emojiAreCutBetweenAndNeverWithin() {
    for (String emoji : List.of(Hostile.FAMILY, Hostile.JAPAN, Hostile.ENGLAND, "\uFF76\uFF9E")) {
      assertThat(line(emoji.repeat(4), 4)).contains(emoji.repeat(4));
      assertThat(line(emoji.repeat(5), 4)).contains(emoji.repeat(3) + "…");
      assertThat(line("か\u3099".repeat(5) + emoji, 4)).contains("ががが…");
      assertThat(Line.of(emoji.repeat(5), 4).orElseThrow().first(2)).isEqualTo(emoji.repeat(2));
    }
  }

  @Example
  void noSpaceStandsBeforeTheEllipsis() {
    assertThat(line("abc def", 5)).contains("abc…");
    assertThat(Line.of("abc def", 7).orElseThrow().first(4)).isEqualTo("abc");
  }

  @Example
  void marksWithoutEndEndTheLine() {
    String endless = "a" + "\u0301\u0302".repeat(5_000);
    assertThat(line("abc" + endless + "def")).contains("abc…");
    assertThat(line(endless)).isEmpty();
    assertThat(line("x" + Hostile.FAMILY + "\u200D\uD83D\uDC68".repeat(10_000))).contains("x…");
    assertThat(line("Z\u0335\u0321\u0353algo")).contains("Z\u0335\u0321\u0353algo");
  }

  @Example
  void aMegabyteIsNoWorseThanAPage() {
    assertThat(line("あ".repeat(1 << 20))).contains("あ".repeat(199) + "…");
    assertThat(line(Hostile.FAMILY.repeat(100_000))).contains(Hostile.FAMILY.repeat(199) + "…");
    assertThat(line("a" + " ".repeat(1 << 20) + "b")).contains("a b");
    assertThat(line("a" + "\u202E".repeat(1 << 20) + "b")).contains("ab");
    assertThat(line("a" + "\u0301".repeat(1 << 20))).isEmpty();
  }

  @Example
  void everyPlainCharacterIsOneWhateverStandsBesideIt() {
    List<String> plain = new ArrayList<>();
    for (char unit = 0; unit < Character.MAX_VALUE; unit++) {
      if (CodePoints.isPlain(unit)) {
        plain.add(String.valueOf(unit));
      }
    }
    String all = String.join("", plain);
    String doubled = String.join("", plain.stream().map(it -> it + it).toList());
    assertThat(graphemes(all)).isEqualTo(plain);
    assertThat(graphemes(doubled)).hasSize(2 * plain.size());
    assertThat(Normalizer.isNormalized(all, Normalizer.Form.NFC)).isTrue();
    assertThat(Normalizer.isNormalized(doubled, Normalizer.Form.NFC)).isTrue();
    assertThat(plain).noneMatch(it -> Hostile.FORBIDDEN.matcher(it).find());
  }

  @Provide
  Arbitrary<String> texts() {
    return Hostile.texts();
  }

  @Property(tries = 5_000)
  void aLineHoldsNothingForbiddenAndNoMoreThanItMay(
      @ForAll("texts") String raw, @ForAll @IntRange(min = 2, max = 50) int most) {
    line(raw, most)
        .ifPresent(
            line -> {
              assertThat(Hostile.FORBIDDEN.matcher(line).find()).as(escaped(line)).isFalse();
              assertThat(graphemes(line)).hasSizeLessThanOrEqualTo(most);
              assertThat(graphemes(line))
                  .allMatch(it -> it.codePointCount(0, it.length()) <= Graphemes.MOST_CODE_POINTS);
              assertThat(line).isEqualTo(line.strip()).isNotEmpty().doesNotContain("  ");
              assertThat(line(line, most)).as("cleaned again").contains(line);
            });
  }

  @Property(tries = 5_000)
  void aLineIsCutWhereAGraphemeEnds(
      @ForAll("texts") String raw, @ForAll @IntRange(min = 2, max = 50) int most) {
    Optional<Line> whole = Line.of(raw, 10_000);
    whole.ifPresent(
        line -> {
          List<String> graphemes = graphemes(line.first(10_000));
          String cut = line.first(most);
          assertThat(graphemes.stream().limit(most).reduce("", String::concat).stripTrailing())
              .isEqualTo(cut);
          Line.of(raw, most).ifPresent(it -> assertThat(it.first(most)).isEqualTo(cut));
        });
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(unit -> escaped.append(String.format("\\u%04X", unit)));
    return escaped.toString();
  }
}
