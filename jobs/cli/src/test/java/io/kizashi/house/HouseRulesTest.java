package io.kizashi.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.house.SourceFile.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sizes, bans and places: what reviewers would otherwise have to say again and again. */
class HouseRulesTest {
  private static final int FILE_LIMIT = 400;
  private static final int FILE_MEDIAN = 80;
  private static final int FILE_P90 = 180;
  private static final int METHOD_LIMIT = 60;
  private static final int METHOD_P90 = 15;
  private static final Set<String> TOP_LEVEL =
      Set.of(
          "pom.xml",
          "README.md",
          "LICENSE",
          "kizashi",
          "jobs",
          "operators",
          "state-schemas",
          "deploy",
          "sample-streams");

  private static final SourceTree TREE = SourceTree.read();

  @Test
  void theWholeTreeIsSeen() {
    assertThat(TREE.main().map(SourceFile::path))
        .anyMatch(path -> path.startsWith("state-schemas/"))
        .anyMatch(path -> path.startsWith("operators/core/"))
        .hasSizeGreaterThan(50);
  }

  @Test
  void noFileIsLongerThanOneCanKeepInMind() {
    assertThat(TREE.java().filter(file -> file.lines().size() > FILE_LIMIT))
        .as("files over %d lines: split them by what changes together", FILE_LIMIT)
        .extracting(SourceFile::path)
        .isEmpty();
  }

  @Test
  void mostFilesAreShort() {
    List<Integer> sizes =
        TREE.main()
            .filter(file -> !file.isPackageInfo())
            .map(file -> file.lines().size())
            .sorted()
            .toList();
    assertThat(percentile(sizes, 50)).as("median of lines a file").isLessThanOrEqualTo(FILE_MEDIAN);
    assertThat(percentile(sizes, 90)).as("90th percentile").isLessThanOrEqualTo(FILE_P90);
  }

  @Test
  void noMethodIsLongerThanAScreen() {
    assertThat(methods(TREE.java()).filter(method -> method.length() > METHOD_LIMIT))
        .as("methods over %d lines: name their parts", METHOD_LIMIT)
        .isEmpty();
  }

  @Test
  void mostMethodsAreShort() {
    List<Integer> sizes = methods(TREE.main()).map(Method::length).sorted().toList();
    assertThat(sizes).hasSizeGreaterThan(200);
    assertThat(percentile(sizes, 90)).as("90th percentile").isLessThanOrEqualTo(METHOD_P90);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.kizashi.house.Bans#all")
  void whatIsBannedStandsNowhere(Ban ban) {
    assertThat(TREE.files().stream().flatMap(file -> ban.brokenIn(file).stream())).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsForAndKnowsNoNull() {
    Set<String> described =
        TREE.java()
            .filter(SourceFile::isPackageInfo)
            .filter(file -> file.lines().contains("@NullMarked"))
            .filter(file -> file.lines().get(0).startsWith("/**"))
            .map(SourceFile::modulePackage)
            .collect(Collectors.toSet());
    assertThat(TREE.java().map(SourceFile::modulePackage).distinct())
        .as("packages: each needs a package-info.java with Javadoc and @NullMarked")
        .allMatch(described::contains);
  }

  @Test
  void everyPublicTypeIsExplained() {
    assertThat(TREE.main().flatMap(HouseRulesTest::unexplained))
        .as("public types without Javadoc")
        .isEmpty();
  }

  @Test
  void theTopLevelHoldsTheNamesOfTheHouseOnly() throws IOException {
    try (Stream<Path> entries = Files.list(TREE.root())) {
      assertThat(entries.map(entry -> String.valueOf(entry.getFileName())))
          .filteredOn(name -> !name.startsWith(".") && !name.equals("target"))
          .as("top level: put it into a module, deploy or sample-streams")
          .isSubsetOf(TOP_LEVEL);
    }
  }

  @Test
  void theProjectAndEveryScenarioSayWhatTheyAre() throws IOException {
    assertThat(TREE.root().resolve("README.md")).isNotEmptyFile();
    assertThat(TREE.root().resolve("LICENSE")).isNotEmptyFile();
    Path samples = TREE.root().resolve("sample-streams");
    assertThat(samples).isDirectory();
    try (Stream<Path> entries = Files.list(samples)) {
      assertThat(entries.filter(Files::isDirectory))
          .isNotEmpty()
          .allSatisfy(scenario -> assertThat(scenario.resolve("README.md")).isNotEmptyFile());
    }
  }

  private static Stream<Method> methods(Stream<SourceFile> files) {
    return files.flatMap(file -> file.methods().stream());
  }

  private static Stream<String> unexplained(SourceFile file) {
    List<String> lines = file.lines();
    return IntStream.range(1, lines.size())
        .filter(i -> lines.get(i).startsWith("public "))
        .filter(i -> aboveIt(lines, i).noneMatch(text -> text.endsWith("*/")))
        .mapToObj(file::place);
  }

  /** Annotations and Javadoc: all that stands between a type and the blank line above it. */
  private static Stream<String> aboveIt(List<String> lines, int line) {
    return IntStream.iterate(line - 1, i -> i >= 0, i -> i - 1)
        .mapToObj(lines::get)
        .takeWhile(text -> !text.isBlank());
  }

  private static int percentile(List<Integer> sorted, int percent) {
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }
}
