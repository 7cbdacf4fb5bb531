package io.kizashi.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.house.SourceFile.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that catches nothing is none: each is shown something that it must catch. */
class BanTest {
  private static final String CORE = "operators/core/src/main/java/io/kizashi/core/X.java";
  private static final String CORE_TEST = "operators/core/src/test/java/io/kizashi/core/XTest.java";
  private static final List<SourceFile> BAD =
      List.of(
          new SourceFile(
              CORE,
              List.of(
                  "import java.util.*;",
                  "System.out.println(1);",
                  "long now = System.currentTimeMillis();",
                  "int chance = new Random().nextInt();",
                  "java.util.Date date;",
                  "} catch (Exception e) {",
                  "}",
                  "@SuppressWarnings(\"unchecked\")",
                  "void m() {}",
                  "// TODO later",
                  "new ObjectOutputStream(out);",
                  "out.writeByte(kind.ordinal());",
                  "// see \"/home/me/notes\"")),
          new SourceFile(
              CORE_TEST, List.of("Thread.sleep(5);", "@Disabled", "import org.mockito.Mock;")),
          new SourceFile("pom.xml", List.of("<repository>x</repository>")));

  @Test
  void everyBanCatchesWhatItNames() {
    Set<String> caught = new TreeSet<>();
    for (Ban ban : Bans.all()) {
      if (BAD.stream().anyMatch(file -> !ban.brokenIn(file).isEmpty())) {
        caught.add(ban.what());
      }
    }
    assertThat(Bans.all()).extracting(Ban::what).containsExactlyInAnyOrderElementsOf(caught);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "} catch (Exception e) { // whatever a plug-in throws | x",
        "} catch (RuntimeException e) { | // the compiler's own faults",
        "@SuppressWarnings(\"unchecked\") // made by that form | x",
        "} catch (IllegalStateException e) { | x",
        "Origin origin = new Origin(\"x\", 0, 1); | x",
        "container.image = example/flink:2.2 | x",
      })
  void whatIsExplainedOrHarmlessPasses(String line, String next) {
    SourceFile file = new SourceFile(CORE, List.of(line, next));
    assertThat(Bans.all()).allSatisfy(ban -> assertThat(ban.brokenIn(file)).isEmpty());
  }

  @Test
  void bodiesOfMethodsAreMeasuredAndTypesAndLoopsAreNone() {
    SourceFile file =
        new SourceFile(
            CORE,
            List.of(
                "final class X {",
                "  private final int y;",
                "",
                "  X(",
                "      int y) {",
                "    this.y = y;",
                "  }",
                "",
                "  record Z(int z) {",
                "    int twice() {",
                "      for (;;) {",
                "        z();",
                "      }",
                "    }",
                "  }",
                "}"));
    assertThat(file.methods())
        .containsExactly(new Method(CORE + ":4", 1), new Method(CORE + ":10", 3));
  }
}
