package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.explain.Explanation;
import io.kizashi.language.explain.Language;
import io.kizashi.language.library.Bundle;
import io.kizashi.language.library.Library;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.read.RulebookTest;
import io.kizashi.language.read.RulebookTest.Expectation;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the library, alone, told stories in which it fires and others in which not. */
final class LibraryTest {
  private static final Path FILES = Path.of("src/main/resources/io/kizashi/language/library");
  private static final Path STORIES = Path.of("src/test/resources/io/kizashi/language/stories");
  private static final Path PAGE = Path.of("../../deploy/docs/rulebook.md");

  /** Files that hold moments; guards have a test of their own. */
  static List<String> moments() {
    return Library.names().stream().filter(name -> !name.contains("/no_")).toList();
  }

  @Test
  void everyNameHasAFileAndEveryFileAName() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      assertThat(files.map(file -> "library/" + file.getFileName()))
          .containsExactlyInAnyOrderElementsOf(
              Library.names().stream().map(name -> name + ".yaml").toList());
    }
    assertThat(Library.names()).isSorted();
    assertThat(Library.text("library/../Bundle")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("moments")
  void aFileIsAWholeRulebookWithTwoLinesAboutIt(String name) {
    Compilation compilation = compile(including(name));
    assertThat(compilation.problems())
        .extracting(Problem::code)
        .containsExactly(
            rules(compilation).moments().stream()
                .filter(rule -> rule.feels().isEmpty())
                .map(rule -> "moment_without_action")
                .toArray(String[]::new));
    String prefix = shortName(name);
    assertThat(rules(compilation).moments())
        .isNotEmpty()
        .allSatisfy(
            rule -> {
              assertThat(rule.name()).startsWith(prefix);
              assertThat(rule.label()).containsOnlyKeys("ja", "en");
              assertThat(rule.severity()).isPresent();
            });
    assertThat(rules(compilation).vocabulary().signals().keySet())
        .allMatch(signal -> signal.startsWith(prefix + "_"));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void aFileIsExplainedInBothLanguages(String name) {
    Rules rules = rules(compile(including(name)));
    for (MomentRule rule : rules.moments()) {
      assertThat(Explanation.of(rules, Language.JA)).contains(rule.name(), rule.label().get("ja"));
      assertThat(Explanation.of(rules, Language.EN)).contains(rule.name(), rule.label().get("en"));
    }
  }

  @Test
  void allOfThemMakeOneRulebook() {
    String all = including(String.join(", ", moments()));
    assertThat(rules(compile(all)).moments()).hasSizeGreaterThanOrEqualTo(moments().size());
  }

  @Test
  void theReferencePageNamesAllOfThem() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(Library.names()).allMatch(name -> page.contains("| `" + shortName(name) + "`"));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void everyRuleHasAStoryInWhichItFiresAndTwoInWhichItNearlyDoes(String name) {
    Compilation.Compiled told = told(name);
    Rules rules = told.rules();
    assertThat(told.tests().stream().flatMap(test -> test.expect().stream()))
        .extracting(Expectation::moment)
        .contains(rules.moments().stream().map(MomentRule::name).toArray(String[]::new));
    assertThat(told.tests()).filteredOn(test -> test.expect().isEmpty()).hasSizeGreaterThan(1);
  }

  @TestFactory
  Stream<DynamicTest> everyStoryEndsAsItIsTold() {
    return moments().stream().flatMap(LibraryTest::stories);
  }

  private static Stream<DynamicTest> stories(String name) {
    Compilation.Compiled told = told(name);
    return told.tests().stream()
        .map(
            test ->
                DynamicTest.dynamicTest(
                    shortName(name) + ": " + test.name(), () -> endsAsTold(told.rules(), test)));
  }

  private static void endsAsTold(Rules rules, RulebookTest test) {
    CustomerStory story = tell(rules, test.given(), test.until());
    assertThat(story.standing().stream().map(shown -> shown.substring(0, shown.indexOf(':'))))
        .containsExactlyInAnyOrderElementsOf(
            test.expect().stream()
                .map(e -> e.moment() + "@" + (e.at().orElseThrow() - CustomerStory.START) / 1_000.0)
                .toList());
    Optional<Emotion> feels = rules.moments().iterator().next().feels();
    feels.ifPresent(emotion -> isFelt(story, test, emotion));
    if (!test.expect().isEmpty()) {
      assertThat(severity(rules, test, 1.0)).isGreaterThan(severity(rules, test, 10.0));
    }
  }

  /** No touchpoint of these stories has an emotion of its own. */
  private static void isFelt(CustomerStory story, RulebookTest test, Emotion feels) {
    double alone = feels.valence() * feels.confidence() / (0.5 + feels.confidence());
    if (test.expect().isEmpty()) {
      assertThat(valence(story, test.until())).isZero();
    } else {
      long first = test.expect().get(0).at().orElseThrow();
      assertThat(valence(story, first - 1)).isZero();
      assertThat(valence(story, first)).isCloseTo(alone, within(1e-9));
    }
  }

  private static double valence(CustomerStory story, long time) {
    Object emotion =
        World.of(story.state, story.inForce.rules(), new Misses())
            .at(Position.after(time))
            .find("emotion")
            .orElseThrow();
    return Optional.ofNullable((Double) ((Map<?, ?>) emotion).get("valence")).orElseThrow();
  }

  /** How grave the first moment is for a customer of a tenth of spend; the first buys most. */
  private static double severity(Rules rules, RulebookTest test, double decile) {
    Touchpoint first = test.given().get(0);
    Touchpoint profile =
        new Touchpoint(
            "profile",
            "profile_updated",
            first.time() - 86_400_000L,
            CustomerKey.customer("c-1"),
            Actor.SYSTEM,
            Setting.NONE,
            Optional.empty(),
            "",
            Map.of("decile", decile),
            first.time());
    List<Touchpoint> given = Stream.concat(Stream.of(profile), test.given().stream()).toList();
    return tell(rules, given, test.until()).moments.stream()
        .filter(moment -> moment.status().equals(Moment.Status.DETECTED))
        .findFirst()
        .orElseThrow()
        .severity();
  }

  private static CustomerStory tell(Rules rules, List<Touchpoint> given, long until) {
    CustomerStory story = new CustomerStory(rules);
    for (Touchpoint touchpoint : given) {
      story.arrives(touchpoint).provenAt(touchpoint.time() - 1);
    }
    return story.provenAt(until + rules.settings().disorder());
  }

  private static Compilation.Compiled told(String name) {
    try {
      String stories = Files.readString(STORIES.resolve(shortName(name) + ".yaml"));
      return compiled(compile(Bundle.join(main(name) + stories, file -> Optional.empty())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String including(String names) {
    return Bundle.join(main(names), file -> Optional.empty());
  }

  private static String main(String names) {
    return "rulebook: alone\ninclude: [ " + names + " ]\n";
  }

  private static Compilation compile(String rulebook) {
    return RulebookCompiler.compile(new RulebookDocument("alone.yaml", 1, rulebook));
  }

  private static Rules rules(Compilation compilation) {
    return compiled(compilation).rules();
  }

  private static Compilation.Compiled compiled(Compilation compilation) {
    assertThat(compilation)
        .as(() -> compilation.problems().toString())
        .isInstanceOf(Compilation.Compiled.class);
    return (Compilation.Compiled) compilation;
  }

  private static String shortName(String name) {
    return name.substring(name.indexOf('/') + 1);
  }
}
