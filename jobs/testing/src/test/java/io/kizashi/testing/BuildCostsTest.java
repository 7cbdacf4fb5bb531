package io.kizashi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.testing.BuildCosts.Cost;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCostsTest {
  @Test
  void theDearestOfAllProcessesComeFirst(@TempDir Path folder) {
    Path file = folder.resolve("target/tests.tsv");
    try (BuildCosts first = BuildCosts.at(file)) {
      assertThat(first.isFirst()).isTrue();
      first.add(List.of(new Cost(2_500, "core", "A.one"), new Cost(3, "core", "A.two\tof many")));
    }
    try (BuildCosts second = BuildCosts.at(file)) {
      assertThat(second.isFirst()).isFalse();
      second.add(List.of(new Cost(91_000, "cli", "B.three")));
      assertThat(second.lastWord())
          .hasValue(
              String.join(
                  System.lineSeparator(),
                  "The 3 tests of 3 that took longest (94 s in all):",
                  "    91.0 s  cli B.three",
                  "     2.5 s  core A.one",
                  "     0.0 s  core A.two of many"));
    }
  }

  @Test
  void tenAreNamed() {
    List<Cost> costs =
        IntStream.range(0, 25).mapToObj(i -> new Cost(i * 1_000L, "m", "T.t" + i)).toList();
    assertThat(BuildCosts.dearest(costs).lines())
        .hasSize(11)
        .endsWith("    15.0 s  m T.t15")
        .noneMatch(line -> line.contains("t14"));
  }
}
