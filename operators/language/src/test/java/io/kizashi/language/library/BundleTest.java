package io.kizashi.language.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kizashi.core.recipient.CustomerList;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.library.Bundle.Part;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BundleTest {
  private static final String ALONE =
      """
      rulebook: r
      moments:
        seen: { kind: drop_off, pattern: [ { event: page_viewed, where: 'event.properties.page == "/a"' } ] }
      """;
  private static final String MAIN = ALONE + "include: [ a.yaml, sub/b.yaml ]";
  private static final Map<String, String> FILES =
      Map.of(
          "a.yaml",
          "signals: { views: { count: 'event.type == \"page_viewed\"', within: 1d } }",
          "sub/b.yaml",
          """
          segments: { fan: 'signals.views > 3.0' }
          moments: { thrice: { kind: drop_off, pattern: [ { event: page_viewed } ], when: 'segments.fan' } }
          actions:
            greet: { kind: inform, answers: [seen, thrice], channels: [web], expires: 1h, content: { web: { ja: 'あ' } } }
          tests:
            - { name: t, given: [ { at: '10:00', type: page_viewed } ], until: '10:00', expect: [] }
          """);

  private static String join(String main) {
    return Bundle.join(main, name -> Optional.ofNullable(FILES.get(name)));
  }

  @Test
  void aRulebookThatIncludesNothingStaysTheSameToTheByte() {
    for (String text : List.of("", ALONE, ALONE.stripTrailing(), "a: [", ALONE + "include: []")) {
      assertThat(join(text)).isEqualTo(text);
    }
  }

  @Test
  void includedFilesFollowTheMainOneEachUnderItsName() {
    assertThat(join(MAIN))
        .isEqualTo(
            MAIN
                + "\n--- # include: a.yaml\n"
                + FILES.get("a.yaml")
                + "\n--- # include: sub/b.yaml\n"
                + FILES.get("sub/b.yaml"));
  }

  @Test
  void whatIsJoinedComesApartAgain() {
    Bundle bundle = Bundle.of(join(MAIN));
    assertThat(bundle.main().stripTrailing()).isEqualTo(MAIN);
    assertThat(bundle.parts()).extracting(Part::name).containsExactly("a.yaml", "sub/b.yaml");
    assertThat(bundle.parts().get(1).text()).isEqualTo(FILES.get("sub/b.yaml"));
  }

  @Test
  void aTextThatIsJoinedAlreadyIsNotJoinedAgain() {
    assertThat(join(join(MAIN))).isEqualTo(join(MAIN));
  }

  @Test
  void allFilesMakeOneRulebook() {
    Compilation.Compiled rulebook = compileWithTests(join(MAIN));
    Rules rules = rulebook.rules();
    assertThat(rules.moments()).extracting(MomentRule::name).containsExactly("seen", "thrice");
    assertThat(rules.answering("thrice")).extracting(ActionRule::name).containsExactly("greet");
    assertThat(rules.vocabulary().signals()).containsOnlyKeys("views");
    assertThat(rulebook.tests()).hasSize(1);
    assertThat(rulebook.tests().get(0).at().place()).isEqualTo("shop/sub/b.yaml:6");
  }

  @Test
  void linesOfWindowsMakeNoDifference() {
    Rules rules = compile(join(MAIN).replace("\n", "\r\n"));
    assertThat(rules.moments()).hasSize(2);
  }

  @Test
  void anotherIncludedTextIsAnotherHash() {
    String joined = join(MAIN);
    assertThat(new RulebookDocument("r.yaml", 1, joined).hash())
        .isNotEqualTo(new RulebookDocument("r.yaml", 1, joined.replace("> 3.0", "> 4.0")).hash())
        .isEqualTo(new RulebookDocument("elsewhere/r.yaml", 2, joined).hash());
  }

  @Test
  void whatTheLibraryHoldsIsTakenFromItAndPublished() {
    String main = ALONE + "include: [ library/rage_clicks, a.yaml ]";
    assertThat(join(main))
        .isEqualTo(
            main
                + "\n--- # include: library/rage_clicks\n"
                + Library.text("library/rage_clicks").orElseThrow()
                + "--- # include: a.yaml\n"
                + FILES.get("a.yaml"));
    assertThat(moments(join(main))).containsExactly("seen", "rage_clicks");
  }

  @Test
  void aFileOfOnesOwnInAFolderNamedLikeTheLibraryIsStillReached() {
    String main = "rulebook: r\ninclude: [ ./library/rage_clicks ]";
    assertThat(Bundle.join(main, name -> Optional.of("moments: {}")))
        .isEqualTo(main + "\n--- # include: ./library/rage_clicks\nmoments: {}");
  }

  @Test
  void aPublishedRulebookKeepsTheTextOfTheLibraryThatItWasPublishedWith() {
    String published =
        join(ALONE + "include: [ library/rage_clicks ]")
            .replace("rage_clicks:", "rage_clicks_of_old:");
    assertThat(moments(join(published))).containsExactly("seen", "rage_clicks_of_old");
  }

  @Test
  void aTextOfTooManyPartsIsRefusedAtOnce() {
    String parts = "rulebook: r\n" + "--- # include: a\n".repeat(200_000);
    assertThat(RulebookCompiler.compile(new RulebookDocument("r.yaml", 1, parts)).problems())
        .extracting(Problem::message)
        .containsExactly("the text holds more than 32 included files");
  }

  @Test
  void noTextMakesItThrow() {
    for (String text :
        List.of(
            "--- # include: ",
            "--- # include: a\n--- # include: a\n",
            "include: { a: b }\n--- # include: a\n{",
            "include: [ [ a ], ../../../etc/x ]\n",
            "- a\n--- # include: a\nb: c",
            "rulebook: r\ninclude: [ \"a\\u2028b\", '\\0' ]")) {
      assertThat(RulebookCompiler.compile(new RulebookDocument("r.yaml", 1, join(text))))
          .as(text)
          .isInstanceOf(Compilation.Refused.class);
    }
  }

  private static List<String> moments(String text) {
    Compilation compilation = RulebookCompiler.compile(new RulebookDocument("r.yaml", 1, text));
    assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
    return ((Compilation.Compiled) compilation)
        .rules().moments().stream().map(MomentRule::name).toList();
  }

  private static Rules compile(String text) {
    return compileWithTests(text).rules();
  }

  private static Compilation.Compiled compileWithTests(String text) {
    Compilation compilation =
        RulebookCompiler.compile(new RulebookDocument("shop/rules.yaml", 1, text));
    assertThat(compilation.problems()).isEmpty();
    return (Compilation.Compiled) compilation;
  }

  private static final String LISTS =
      ALONE
          + """
          lists: { never: never.txt, staff: { file: staff.csv, column: id }, gone: gone.csv, here: [ c-9 ] }
          policies: { exclude: [never, staff] }
          actions:
            greet: { kind: inform, answers: [seen], channels: [web], expires: 1h, content: { web: { ja: 'あ' } } }
          """;

  private static String joinLists() {
    Map<String, String> files =
        Map.of("never.txt", "c-1\nc-2", "staff.csv", "name,id\nAbe,c-3\nIto,c-4\n");
    return Bundle.join(LISTS, name -> Optional.ofNullable(files.get(name)));
  }

  @Test
  void listsInFilesFollowTheRulebookAndOfATableOnlyTheIds() {
    assertThat(joinLists())
        .isEqualTo(LISTS + "--- # list: never\nc-1\nc-2\n--- # list: staff\nid\nc-3\nc-4\n");
    assertThat(Bundle.of(joinLists()).text()).isEqualTo(joinLists());
    assertThat(Bundle.join(joinLists(), name -> Optional.empty())).isEqualTo(joinLists());
  }

  @Test
  void membersOfListsInFilesAreReadFromWhatIsPublished() {
    Rules rules = compile(joinLists().replace(", gone: gone.csv, here: [ c-9 ]", ""));
    assertThat(rules.policies().excluded())
        .containsExactly(
            CustomerList.of("never", Set.of("c-1", "c-2")),
            CustomerList.of("staff", Set.of("c-3", "c-4")));
  }

  @Test
  void listsThatAreTooLongAreToldWhereTheyAreNamed() {
    String many =
        IntStream.range(0, CustomerList.MOST_IDS + 1)
            .mapToObj(i -> "c-" + i + "\n")
            .collect(Collectors.joining());
    String wide =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "c".repeat(250) + i + "\n")
            .collect(Collectors.joining());
    String main = ALONE + "lists: { never: never.txt }\npolicies: { exclude: [never] }\n";
    for (String text : List.of(many, wide)) {
      String joined = Bundle.join(main, name -> Optional.of(text));
      assertThat(RulebookCompiler.compile(new RulebookDocument("r.yaml", 1, joined)).problems())
          .extracting(Problem::code, problem -> problem.at().line())
          .containsExactly(tuple("out_of_bounds", 4));
    }
  }
}
