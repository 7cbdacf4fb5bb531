package io.kizashi.language.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.testing.Seeds;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  private static final String GOOD =
      """
      # a comment
      rulebook: retail
      moments:
        cart_abandoned:
          pattern:
            - { event: cart_updated, as: "cart" }
            - absence: order_placed
              for: 30m
      label: |
        かご
        落ち
      nothing: ~
      """;

  @Test
  void everyValueKnowsItsPlace() {
    Mapping top = mapping(GOOD);
    assertThat(top.entries().keySet()).containsExactly("rulebook", "moments", "label", "nothing");
    assertThat(top.get("rulebook").orElseThrow().at())
        .isEqualTo(new Mark("r.yaml", 2, 11, "rulebook: retail"));
    Mapping cart = (Mapping) child(child(top, "moments"), "cart_abandoned");
    List<YamlNode> steps = ((Sequence) child(cart, "pattern")).items();
    YamlNode as = child(steps.get(0), "as");
    assertThat(as.at().line()).isEqualTo(6);
    assertThat(as.at().column()).isEqualTo(36);
    assertThat(((Mapping) steps.get(1)).entries())
        .hasEntrySatisfying("for", it -> assertThat(it.keyAt().line()).isEqualTo(8));
  }

  @Test
  void quotedAndBlockTextIsTextAndBareNullIsNull() {
    Mapping top = mapping(GOOD + "quoted: 'null'\nempty:\nword: null\n");
    assertThat(scalar(top, "label")).matches(it -> it.quoted() && it.text().equals("かご\n落ち\n"));
    assertThat(scalar(top, "quoted").isNull()).isFalse();
    assertThat(scalar(top, "nothing").isNull()).isTrue();
    assertThat(scalar(top, "empty").isNull()).isTrue();
    assertThat(scalar(top, "word").isNull()).isTrue();
    assertThat(scalar(top, "rulebook").quoted()).isFalse();
  }

  @Test
  void kindsAreNamedInAnAuthorsWords() {
    Mapping top = mapping("a: 1\nb: [1]\n");
    assertThat(top.kind()).isEqualTo("a mapping");
    assertThat(child(top, "a").kind()).isEqualTo("a single value");
    assertThat(child(top, "b").kind()).isEqualTo("a list");
  }

  @Test
  void aKeyThatStandsTwiceIsRefusedWithBothPlaces() {
    assertThat(rendered("moments:\n  a: 1\n  b: 2\n  a: 3\n"))
        .isEqualTo(
            """
            r.yaml:4:3: error: 'a' stands here twice, first on line 2 [duplicate_key]
             |   a: 3
             |   ^
               hint: keep one of the two
            """);
  }

  @Test
  void anUnclosedBracketIsShownWithACaret() {
    assertThat(rendered("rulebook: retail\nvalues: [a, b\nnext: 1\n"))
        .isEqualTo(
            """
            r.yaml:2:14: error: a bracket is not closed on this line [yaml_syntax]
             | values: [a, b
             |              ^
               fix: add ] at column 14
            """);
  }

  @Test
  void aTabAsIndentationIsShownWithACaret() {
    assertThat(rendered("moments:\n\ta: 1\n"))
        .startsWith("r.yaml:2:1: error: a tab stands here; YAML is indented with spaces")
        .contains("\n | \ta: 1\n | ^\n");
  }

  @Test
  void anEmptyTextIsRefused() {
    assertThat(codes("")).containsExactly("empty");
    assertThat(codes("# only a comment\n")).containsExactly("empty");
  }

  @Test
  void aTextBeyondTheBoundIsRefused() {
    assertThat(codes("a".repeat(YamlReader.MAX_CHARS + 1))).containsExactly("too_long");
  }

  @Test
  void aliasesAreRefusedWhereTheyStand() {
    assertThat(rendered("base: &b { a: 1 }\n"))
        .startsWith("r.yaml:1:7: error: anchors and aliases are not allowed [alias]");
    assertThat(codes("a: &x [1]\nb: *x\n")).containsOnly("alias");
    assertThat(codes("&a [ *a ]")).containsOnly("alias");
  }

  @Test
  void aBombOfAliasesIsRefusedAtOnce() {
    String bomb =
        IntStream.range(1, 40)
            .mapToObj(i -> "a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)))
            .collect(Collectors.joining("", "a0: &a0 boom\n", ""));
    assertThat(rendered(bomb)).contains("Number of aliases for non-scalar nodes exceeds");
  }

  @Test
  void aLineThatWouldTakeTheParserForEverIsRefused() {
    String most = "a: " + "x".repeat(64 * 1024 - 3);
    assertThat(YamlReader.read("r.yaml", most, new Problems())).isPresent();
    assertThat(codes("b: 1\na: " + "x".repeat(64 * 1024 - 2))).containsExactly("too_long");
  }

  @Test
  void deepNestingIsRefusedInsteadOfOverflowingTheStack() {
    assertThat(codes("[".repeat(60_000))).containsExactly("yaml_syntax");
    assertThat(codes("{a: ".repeat(5_000) + "}".repeat(5_000))).containsExactly("yaml_syntax");
    assertThat(codes("- ".repeat(5_000) + "a")).containsExactly("yaml_syntax");
    assertThat(codes("? ".repeat(5_000) + "a")).containsExactly("yaml_syntax");
  }

  @Test
  void aKeyThatIsAListIsRefused() {
    assertThat(codes("? [a, b]\n: 1\n")).containsExactly("wrong_type");
  }

  @Test
  void aTagThatNamesAClassIsRefused() {
    assertThat(rendered("a: !!javax.script.ScriptEngineManager [x]"))
        .startsWith("r.yaml:1:4: error: this is no YAML: Global tag is not allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\n---\nb: 2\n",
        "a: \u0000\n",
        "a: \u0007\n",
        "a: \"\\xZZ\"\n",
        "a: !!%FF x\n",
        "a: !<%zz> x\n",
        "%YAML 9.9\n---\na: 1\n",
        "%TAG ! tag:\n",
        "a: 'open\n",
        "a: \"open",
        "a: |99\n x\n",
        "@a: 1\n",
        "`\n",
        "a: *nobody\n",
        "a: - b\n",
        "a: b: c\n",
        "}\n",
        ": :\n  - ]\n",
        "a: \uD83D\n",
        "- a\nb: c\n",
      })
  void brokenTextGivesAProblemAndNoException(String text) {
    Problems problems = new Problems();
    assertThat(YamlReader.read("r.yaml", text, problems)).isEmpty();
    assertThat(problems.all()).isNotEmpty().allSatisfy(it -> assertThat(it.render()).isNotBlank());
  }

  @Test
  void noRandomDamageMakesItThrowOrFailSilently() {
    long seed = Seeds.seed();
    SplittableRandom random = new SplittableRandom(seed);
    int read = 0;
    for (int i = 0; i < 5_000; i++) {
      String text = damaged(GOOD, random);
      Problems problems = new Problems();
      Optional<YamlNode> node = YamlReader.read("r.yaml", text, problems);
      assertThat(node.isPresent()).as("seed %d number %d", seed, i).isEqualTo(problems.ok());
      read += node.isPresent() ? 1 : 0;
    }
    assertThat(read).isBetween(500, 4_500);
  }

  private static String damaged(String good, SplittableRandom random) {
    String tokens = "{}[]:,-?&*!|>'\"%@`#~\n\t \\\0\uD83D\uFEFF\u2028a1";
    StringBuilder text = new StringBuilder(good);
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, tokens.charAt(random.nextInt(tokens.length())));
        default -> text.setCharAt(at, tokens.charAt(random.nextInt(tokens.length())));
      }
    }
    return text.toString();
  }

  private static Mapping mapping(String text) {
    Problems problems = new Problems();
    Optional<YamlNode> node = YamlReader.read("r.yaml", text, problems);
    assertThat(problems.all()).isEmpty();
    return (Mapping) node.orElseThrow();
  }

  private static YamlNode child(YamlNode node, String key) {
    return ((Mapping) node).get(key).orElseThrow();
  }

  private static Scalar scalar(Mapping mapping, String key) {
    return (Scalar) child(mapping, key);
  }

  private static List<Problem> problems(String text) {
    Problems problems = new Problems();
    assertThat(YamlReader.read("r.yaml", text, problems)).isEmpty();
    return problems.all();
  }

  private static List<String> codes(String text) {
    return problems(text).stream().map(Problem::code).toList();
  }

  private static String rendered(String text) {
    return problems(text).stream().map(Problem::render).collect(Collectors.joining());
  }
}
