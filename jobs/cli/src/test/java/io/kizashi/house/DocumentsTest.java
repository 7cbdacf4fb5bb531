package io.kizashi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents lead where they say. */
class DocumentsTest {
  /** Two screens of fifty lines. */
  private static final int FIRST_SCREENS = 100;

  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\(([^)\\s]+)\\)");
  private static final SourceTree TREE = SourceTree.read();

  @Test
  void everyLinkLeadsToAFileAndAHeading() {
    assertThat(documents().flatMap(DocumentsTest::broken)).isEmpty();
  }

  @Test
  void aLinkThatNamesAClassLeadsToIt() {
    assertThat(documents().flatMap(DocumentsTest::misnamed)).isEmpty();
  }

  @Test
  void whatEverybodyNeedsStandsOnTwoScreens() {
    List<String> lines = document("README.md").lines();
    assertThat(lines).contains("## Where to change what");
    assertThat(lines.indexOf("## What it promises")).isBetween(1, FIRST_SCREENS);
  }

  @Test
  void aBrokenLinkIsFound() {
    SourceFile page =
        new SourceFile(
            "README.md",
            List.of("[a](nowhere.md)", "[b](README.md#no-such-heading)", "[`Foo`](README.md)"));
    assertThat(broken(page)).hasSize(2);
    assertThat(misnamed(page)).hasSize(1);
  }

  private static Stream<SourceFile> documents() {
    return TREE.files().stream().filter(file -> file.path().endsWith(".md"));
  }

  private static SourceFile document(String path) {
    return documents().filter(file -> file.path().equals(path)).findFirst().orElseThrow();
  }

  private static Stream<MatchResult> links(SourceFile page) {
    Matcher links = LINK.matcher(String.join("\n", page.lines()));
    return links.results().filter(link -> !link.group(2).contains("://"));
  }

  private static Stream<String> broken(SourceFile page) {
    return links(page)
        .filter(link -> !leads(page, link.group(2)))
        .map(link -> page.path() + ": " + link.group());
  }

  private static boolean leads(SourceFile page, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? Path.of(page.path()) : beside(page, parts[0]);
    return Files.exists(TREE.root().resolve(target))
        && (parts.length == 1 || headings(target).anyMatch(parts[1]::equals));
  }

  private static Path beside(SourceFile page, String link) {
    return Path.of(page.folder()).resolve(link).normalize();
  }

  /** The anchors of a page's headings, as code forges make them. */
  private static Stream<String> headings(Path page) {
    return document(page.toString().replace('\\', '/')).lines().stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
  }

  private static Stream<String> misnamed(SourceFile page) {
    return links(page)
        .filter(link -> link.group(1).matches("`[A-Z]\\w+`"))
        .filter(link -> !link.group(2).endsWith("/" + link.group(1).replace("`", "") + ".java"))
        .map(link -> page.path() + ": " + link.group());
  }
}
