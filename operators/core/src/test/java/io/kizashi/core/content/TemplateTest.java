package io.kizashi.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class TemplateTest {
  private static final int PLENTY = 10_000;

  /** {@code Dear <a>, <b> and <a>!} */
  private static Template template() {
    Template.Builder builder = new Template.Builder();
    builder.words("Dear ");
    builder.place("a");
    builder.words(", ");
    builder.place("b");
    builder.words(" and ");
    builder.place("a");
    builder.words("!");
    return builder.build();
  }

  private static Map<String, Filling> fillings(Object a, Object b) {
    return Map.of("a", Filling.of(a).orElseThrow(), "b", Filling.of(b).orElseThrow());
  }

  private static Optional<String> fill(Object a, Object b, int most) {
    return template().fill(fillings(a, b), most, false);
  }

  private static String written(Object value) {
    return Filling.of(value).map(Filling::text).orElse("");
  }

  @Example
  void valuesStandInTheirPlaces() {
    assertThat(fill("Ann", 7.0, PLENTY)).contains("Dear Ann, 7 and Ann!");
    assertThat(template().fixed()).isEqualTo("Dear ,  and !".length());
  }

  @Example
  void aTemplateInAValueIsNeverRead() {
    assertThat(fill("{{b}}", "{{{a}}}{{#a}}", PLENTY))
        .contains("Dear {{b}}, {{{a}}}{{#a}} and {{b}}!");
  }

  @Example
  void aMissingValueLeavesNoGap() {
    assertThat(template().fill(Map.of("a", Filling.of("x").orElseThrow()), PLENTY, false))
        .isEmpty();
  }

  @Example
  void numbersReadAsPeopleWriteThem() {
    assertThat(written(5_400.0)).isEqualTo("5400");
    assertThat(written(-0.0)).isEqualTo("0");
    assertThat(written(12.5)).isEqualTo("12.5");
    assertThat(written(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(written(0.00012)).isEqualTo("0.00012");
    assertThat(written(12_345_678.25)).isEqualTo("12345678.25");
    assertThat(written(999_999_999_999_999.0)).isEqualTo("999999999999999");
    assertThat(written(4_111_111_111_111_111.0)).isEqualTo("4111111111111111");
    assertThat(written(0x1p53 - 1)).isEqualTo("9007199254740991");
    assertThat(written(true)).isEqualTo("true");
  }

  @Example
  void whatIsNoNumberForPeopleIsNoValue() {
    for (double number :
        new double[] {
          Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0x1p53, 1e-300
        }) {
      assertThat(Filling.of(number)).as("%s", number).isEmpty();
    }
    assertThat(Filling.of(Map.of("a", "b"))).isEmpty();
  }

  @Example
  void htmlShowsWhatTheValueSaysAndDoesNothingElse() {
    assertThat(template().fill(fillings("<b>\"A&B'</b>", "ok"), PLENTY, true))
        .contains(
            "Dear &lt;b&gt;&quot;A&amp;B&#39;&lt;/b&gt;, ok"
                + " and &lt;b&gt;&quot;A&amp;B&#39;&lt;/b&gt;!");
  }

  @Example
  void aValueHasNoMoreThanTwoHundredGraphemes() {
    assertThat(written(Hostile.FAMILY.repeat(200))).isEqualTo(Hostile.FAMILY.repeat(200));
    assertThat(written(Hostile.FAMILY.repeat(201))).isEqualTo(Hostile.FAMILY.repeat(199) + "…");
  }

  @Example
  void theLongestValuesAreCutUntilTheWordsFit() {
    assertThat(fill("Ann", "x".repeat(100), 40))
        .contains("Dear Ann, " + "x".repeat(20) + "… and Ann!");
    assertThat(fill("abcdefgh", "x".repeat(100), 31)).contains("Dear abcde…, xxxxx… and abcde…!");
  }

  @Example
  void numbersAndWholeNamesAreNotCut() {
    assertThat(fill("x".repeat(50), 123_456.0, 28)).contains("Dear xxx…, 123456 and xxx…!");
    Map<String, Filling> whole =
        Map.of("a", Filling.whole("山田様").orElseThrow(), "b", Filling.of("abcdef").orElseThrow());
    assertThat(template().fill(whole, 24, false)).contains("Dear 山田様, abcd… and 山田様!");
    assertThat(template().fill(whole, 19, false)).isEmpty();
  }

  @Example
  void wordsThatAloneAreTooLongAreNotSent() {
    assertThat(fill("a", "b", template().fixed() + 3)).contains("Dear a, b and a!");
    assertThat(fill("a", "b", template().fixed() + 2)).isEmpty();
  }

  @Example
  void cuttingComesBeforeEscaping() {
    assertThat(template().fill(fillings("&&&&&&&&&&", "b"), 50, true))
        .contains("Dear &amp;&amp;&amp;…, b and &amp;&amp;&amp;…!");
  }

  @Provide
  Arbitrary<String> texts() {
    return Hostile.texts();
  }

  @Property(tries = 3_000)
  void nothingIsLongerThanItMayNorHoldsWhatIsForbidden(
      @ForAll("texts") String a,
      @ForAll("texts") String b,
      @ForAll @IntRange(max = 400) int most,
      @ForAll boolean html) {
    Optional<Filling> first = Filling.of(a);
    Optional<Filling> second = Filling.of(b);
    if (first.isPresent() && second.isPresent()) {
      template()
          .fill(Map.of("a", first.get(), "b", second.get()), most, html)
          .ifPresent(words -> assertFit(words, most, html));
    }
  }

  private static void assertFit(String words, int most, boolean html) {
    assertThat(words).hasSizeLessThanOrEqualTo(most).startsWith("Dear ").endsWith("!");
    assertThat(Hostile.FORBIDDEN.matcher(words).find()).isFalse();
    if (html) {
      assertThat(words).doesNotContain("<", ">", "\"", "'");
      assertThat(words.replaceAll("&(amp|lt|gt|quot|#39);", "")).doesNotContain("&");
    }
  }
}
