package io.kizashi.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedLinesTest {
  private static final InputOrder IN_ORDER =
      new InputOrder(Replay.Play.AS_RECORDED, 10, 0, 0, 0, 0, 0);

  @TempDir Path folder = Path.of("");

  @Test
  void linesAreSortedByTimeThenCustomerThenId() throws IOException {
    part("part-0.jsonl", line("m3", "c-2", "11"), line("m2", "c-1", "11"));
    part("part-1.jsonl", line("m1", "猫", "10"), line("m0", "c-1", "11"));
    assertThat(merge(SortedLines.Order.MOMENTS))
        .containsExactly(
            line("m1", "猫", "10"),
            line("m0", "c-1", "11"),
            line("m2", "c-1", "11"),
            line("m3", "c-2", "11"));
  }

  @Test
  void aGuestAndACustomerOfTheSameNameAreTwo() throws IOException {
    String guest = line("a", "x", "10").replace("}", ",\"guest\":true}");
    part("part-0.jsonl", guest, line("b", "x", "10"));
    assertThat(merge(SortedLines.Order.MOMENTS)).containsExactly(line("b", "x", "10"), guest);
  }

  @Test
  void anIssueStaysBeforeItsRetraction() throws IOException {
    String issued = line("z", "c", "10").replace("}", ",\"status\":\"issued\"}");
    String retracted = line("z", "c", "10").replace("}", ",\"status\":\"retracted\"}");
    part("part-0.jsonl", issued, retracted);
    assertThat(merge(SortedLines.Order.MOMENTS)).containsExactly(issued, retracted);
  }

  @Test
  void theLastOfAMomentIsItsNewestState() throws IOException {
    String late = line("z", "c", "30").replace("}", ",\"status\":\"detected\"}");
    String fallen = late.replace("detected\"}", "retracted\"}");
    String early = line("z", "c", "10").replace("}", ",\"status\":\"detected\"}");
    part("part-0.jsonl", late, fallen, early, line("y", "c", "20"), line("x", "c", "31"));
    assertThat(merge(SortedLines.Order.MOMENTS))
        .containsExactly(line("y", "c", "20"), late, fallen, early, line("x", "c", "31"));
  }

  @Test
  void rejectedRecordsAreSortedByTheNumberOfTheirLine() throws IOException {
    part("part-0.jsonl", "{\"code\":\"empty\",\"offset\":10}");
    part("part-1.jsonl", "{\"code\":\"empty\",\"offset\":9}");
    assertThat(merge(SortedLines.Order.REJECTED))
        .containsExactly("{\"code\":\"empty\",\"offset\":9}", "{\"code\":\"empty\",\"offset\":10}");
  }

  @Test
  void nestedFieldsAreNotTakenForTheLinesOwn() throws IOException {
    String first =
        "{\"moment\":{\"id\":\"zz\",\"detectedAt\":\"99\"}," + line("a", "c", "10").substring(1);
    part("part-0.jsonl", line("b", "c", "10"), first);
    assertThat(merge(SortedLines.Order.MOMENTS)).containsExactly(first, line("b", "c", "10"));
  }

  @Test
  void noPartsGiveAnEmptyFile() throws IOException {
    Path target = folder.resolve("out.jsonl");
    assertThat(SortedLines.merge(folder.resolve("none"), SortedLines.Order.MOMENTS, target))
        .isZero();
    assertThat(target).isEmptyFile();
  }

  @Test
  void aSummaryThatDoesNotAddUpIsLoud() {
    assertThatThrownBy(
            () ->
                new ReplaySummary(
                    10, 7, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>(), IN_ORDER, 1))
        .isInstanceOf(EnvironmentFault.class)
        .hasMessageContaining("read 10 is not folded 7 + duplicates 1 + rejected 1 + late 0");
  }

  private static String line(String id, String customer, String detectedAt) {
    return "{\"id\":\"%s\",\"customer\":\"%s\",\"detectedAt\":\"%s\"}"
        .formatted(id, customer, detectedAt);
  }

  private void part(String name, String... lines) throws IOException {
    Files.createDirectories(folder.resolve("parts"));
    Files.writeString(folder.resolve("parts").resolve(name), String.join("\n", lines) + "\n");
  }

  private List<String> merge(SortedLines.Order order) throws IOException {
    Path target = folder.resolve("out.jsonl");
    SortedLines.merge(folder.resolve("parts"), order, target);
    return Files.readAllLines(target);
  }
}
