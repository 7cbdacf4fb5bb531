package io.kizashi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A name that the product declares and that stands nowhere else is not used. */
class UnusedTest {
  private static final Pattern NO_CODE =
      Pattern.compile(
          "\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])'"
              + "|//[^\\n]*|/\\*[\\s\\S]*?\\*/");
  private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_]\\w*\\b");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|record|enum|interface) ([A-Z]\\w*)");
  private static final Pattern CONSTANT = Pattern.compile("(?m)^ +[\\w ]*static final .*?(\\w+) =");
  private static final Pattern METHOD =
      Pattern.compile(
          "(?m)^ +(?:(?:public|private|protected|static|final|default|abstract) )*"
              + "(?:<[^>\\n]+> )?(?!return|new|throw|else|case)[\\w.<>\\[\\], ?]+ (\\w+)\\(");

  /** Whoever declared it first calls it. */
  private static final Pattern OVERRIDES = Pattern.compile("@Override\\s*(?:@\\w+[^\\n]*\\s*)*$");

  /** Java or Flink call these by name. */
  private static final List<String> CALLED_BY_NAME =
      List.of("main", "getContainingTask", "serialVersionUID");

  /** Lists what a contract names, whether it is built or not; a test holds them to it. */
  private static final Set<String> CONTRACT = Set.of("ReservedTypes");

  private static final SourceTree TREE = SourceTree.read();

  @Test
  void everyDeclarationIsUsed() {
    Map<String, Integer> uses = new HashMap<>();
    TREE.files().stream().filter(UnusedTest::mayUse).forEach(file -> count(code(file), uses));
    assertThat(
            TREE.main()
                .filter(file -> !CONTRACT.contains(file.typeName()))
                .flatMap(file -> unused(file, uses)))
        .as("declared, and used nowhere: remove it")
        .isEmpty();
  }

  @Test
  void aNameThatStandsOnceIsFound() {
    SourceFile file =
        new SourceFile(
            "X.java",
            List.of(
                "final class X {",
                "  void used() {",
                "    used();",
                "  }",
                "  int unused() {",
                "  }",
                "}"));
    Map<String, Integer> uses = new HashMap<>();
    count(code(file), uses);
    assertThat(unused(file, uses)).containsExactly("X.java: X", "X.java: unused");
  }

  /** Code, and files that name what is called by name. */
  private static boolean mayUse(SourceFile file) {
    return file.path().endsWith(".java")
        || file.path().contains("/META-INF/services/")
        || file.path().endsWith("pom.xml");
  }

  private static Stream<String> unused(SourceFile file, Map<String, Integer> uses) {
    String code = code(file);
    return Stream.of(TYPE, CONSTANT, METHOD)
        .flatMap(pattern -> pattern.matcher(code).results())
        .filter(found -> !OVERRIDES.matcher(code.substring(0, found.start())).find())
        .map(found -> found.group(1))
        .filter(name -> uses.getOrDefault(name, 0) <= 1 && !CALLED_BY_NAME.contains(name))
        .map(name -> file.path() + ": " + name);
  }

  private static void count(String code, Map<String, Integer> uses) {
    Matcher words = WORD.matcher(code);
    while (words.find()) {
      uses.merge(words.group(), 1, Integer::sum);
    }
  }

  private static String code(SourceFile file) {
    return NO_CODE.matcher(String.join("\n", file.lines())).replaceAll(" ");
  }
}
