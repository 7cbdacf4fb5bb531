package io.kizashi.control.compare;

import static io.kizashi.control.compare.OutputLines.loser;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinTest {
  private static final Side A = OutputLines.side("A", "shop");
  private static final Side B = OutputLines.side("B", "shop");

  @TempDir Path folder = Path.of("");

  private DifferenceCounts tally = new DifferenceCounts();

  @Test
  void equalOutputsHaveNoDifferences() throws IOException {
    assertThat(differences(A, rescued("m1", "10:30"), B, rescued("m1", "10:30"))).isEmpty();
    assertThat(tally.decided()).isEqualTo(1);
    assertThat(tally.differently()).isZero();
  }

  private static OutputLines rescued(String moment, String time) {
    return new OutputLines()
        .moment(moment, "detected", "c-1", time, "e-1")
        .action("r-" + time, "issued", "c-1", time, moment, "cart_rescue");
  }

  @Test
  void aMomentThatMovesIsOneDifferenceAndItsActionAnother() throws IOException {
    List<JsonNode> found = differences(A, rescued("m1", "10:30"), B, rescued("m1", "10:45"));
    assertThat(shown(found))
        .containsExactlyInAnyOrder(
            "moment changed [time] B detects it 15m later",
            "action changed [time] B decides 15m later");
    assertThat(tally.differently()).isEqualTo(1);
    assertThat(tally.otherAction()).isZero();
  }

  @Test
  void rulebooksOfDifferentNamesMeetByRuleAndAnchor() throws IOException {
    Side other = OutputLines.side("B", "newshop");
    assertThat(differences(A, rescued("m1", "10:30"), other, rescued("m2", "10:30"))).isEmpty();
    assertThat(row(tally.moments(), "cart_abandoned").changed()).isZero();
  }

  @Test
  void whatOneSideLacksIsSaidWithTheReason() throws IOException {
    OutputLines b = new OutputLines().moment("m0", "detected", "c-1", "09:30", "e-0");
    List<JsonNode> found = differences(A, rescued("m1", "10:30"), B, b);
    String why =
        "the moment is not detected in B, where one of 2026-03-01T09:30:00.000Z stands"
            + " (once-per 1d)";
    assertThat(shown(found))
        .containsExactly(
            "moment only_in_b [] the moment is not detected in A",
            "moment only_in_a [] " + why,
            "action only_in_a [] " + why);
    assertThat(tally.otherAction()).isEqualTo(1);
  }

  @Test
  void aSideWithoutTheRuleSaysSo() throws IOException {
    Side other = OutputLines.side("B", "shop", "cart_abandoned");
    assertThat(shown(differences(A, rescued("m1", "10:30"), other, new OutputLines())))
        .allMatch(line -> line.endsWith("B has no moment 'cart_abandoned'"));
  }

  @Test
  void aMomentWithoutAnActionTellsWhatTheRulesTell() throws IOException {
    OutputLines unanswered = new OutputLines().moment("m1", "detected", "c-1", "10:30", "e-1");
    assertThat(shown(differences(A, rescued("m1", "10:30"), B, unanswered)))
        .containsExactly(
            "action only_in_a [] no action was left for the moment in B, which tells reasons only"
                + " where another action is chosen");
    unanswered.moment("m1", "retracted", "c-1", "10:30", "e-1");
    assertThat(shown(differences(A, rescued("m1", "10:30"), B, unanswered)))
        .containsExactly(
            "moment changed [retracted] only B takes it back",
            "action only_in_a [] B took the moment back");
  }

  @Test
  void anotherActionForTheMomentIsToldWithWhatItLostTo() throws IOException {
    OutputLines called =
        new OutputLines()
            .moment("m1", "detected", "c-1", "10:30", "e-1")
            .action(
                "r-10:30",
                "issued",
                "c-1",
                "10:30",
                "m1",
                "cart_call",
                "line",
                "x",
                loser("cart_rescue", "m1", "outscored"));
    assertThat(shown(differences(A, rescued("m1", "10:30"), B, called)))
        .containsExactly(
            "action changed [action, channel, words] cart_rescue lost to cart_call (outscored) in"
                + " B");
    assertThat(row(tally.actions(), "cart_rescue").onlyInA()).isEqualTo(1);
    assertThat(row(tally.actions(), "cart_call").onlyInB()).isEqualTo(1);
    assertThat(shown(differences(A, called, B, rescued("m1", "10:30"))))
        .containsExactly("action changed [action, channel, words] B chooses cart_rescue");
  }

  @Test
  void anActionThatWasOutForTheMomentIsToldWithItsCode() throws IOException {
    OutputLines later =
        new OutputLines()
            .moment("m1", "detected", "c-1", "10:30", "e-1")
            .moment("m2", "detected", "c-1", "11:30", "e-2")
            .action(
                "r2",
                "issued",
                "c-1",
                "11:30",
                "m2",
                "cart_call",
                "web",
                "w",
                loser("cart_rescue", "m1", "expired"));
    OutputLines a =
        rescued("m1", "10:30")
            .moment("m2", "detected", "c-1", "11:30", "e-2")
            .action("r2", "issued", "c-1", "11:30", "m2", "cart_call");
    assertThat(shown(differences(A, a, B, later)))
        .containsExactly("action only_in_a [] cart_rescue was out in B: expired");
  }

  @Test
  void channelWordsAndRetractionAreToldApart() throws IOException {
    OutputLines b =
        new OutputLines()
            .moment("m1", "detected", "c-1", "10:30", "e-1", 0.75)
            .action("r-10:30", "issued", "c-1", "10:30", "m1", "cart_rescue", "line", "x", "")
            .action("r-10:30", "retracted", "c-1", "10:30", "m1", "cart_rescue");
    assertThat(shown(differences(A, rescued("m1", "10:30"), B, b)))
        .containsExactlyInAnyOrder(
            "moment changed [severity] severity 0.5 in A, 0.75 in B",
            "action changed [channel, words, retracted] channel web in A, line in B; the words"
                + " differ; only B takes it back");
  }

  @Test
  void aMomentThatFellAndCameAgainAtAnotherTimeStands() throws IOException {
    OutputLines b =
        new OutputLines()
            .moment("m1", "detected", "c-1", "10:20", "e-1")
            .moment("m1", "detected", "c-1", "10:30", "e-1")
            .moment("m1", "retracted", "c-1", "10:30", "e-1");
    OutputLines a = new OutputLines().moment("m1", "detected", "c-1", "10:20", "e-1");
    assertThat(differences(A, a, B, b)).isEmpty();
    assertThat(row(tally.moments(), "cart_abandoned").b()).isEqualTo(1);
  }

  @Test
  void differencesAreSortedByTimeAndCustomersCountedOnce() throws IOException {
    OutputLines a =
        new OutputLines()
            .moment("m2", "detected", "c-9", "10:30", "e-2")
            .moment("m1", "detected", "c-1", "10:45", "e-1")
            .action("r1", "issued", "c-1", "10:45", "m1", "cart_rescue")
            .action("r2", "issued", "c-9", "11:45", "m2", "cart_rescue");
    List<JsonNode> found = differences(A, a, B, new OutputLines());
    assertThat(found).isSortedAccordingTo(java.util.Comparator.comparing(JoinTest::time));
    assertThat(found).hasSize(4);
    assertThat(tally.decided()).isEqualTo(2);
    assertThat(tally.otherAction()).isEqualTo(2);
  }

  private static String time(JsonNode difference) {
    return difference.path("time").asText();
  }

  @Test
  void whatIsDueAfterTheEndIsLeftOutAndCounted() throws IOException {
    Path a = rescued("m1", "10:30").write(folder.resolve("a"));
    Path b = rescued("m1", "10:45").write(folder.resolve("b"));
    Path target = folder.resolve("differences.jsonl");
    tally = new Join(A, B, "2026-03-01T10:30:00.000Z", folder).run(a, b, target);
    assertThat(shown(OutputLines.lines(target)))
        .hasSize(2)
        .allMatch(line -> line.contains("only_in_a"));
    assertThat(tally.dueLater()).isEqualTo(2);
  }

  private List<JsonNode> differences(Side a, OutputLines inA, Side b, OutputLines inB)
      throws IOException {
    Path target = folder.resolve("differences.jsonl");
    Path work = Files.createTempDirectory(folder, "work");
    Path outA = inA.write(folder.resolve("a"));
    Path outB = inB.write(folder.resolve("b"));
    tally = new Join(a, b, OutputLines.UNTIL_THE_END, work).run(outA, outB, target);
    return OutputLines.lines(target);
  }

  private static DifferenceCounts.Row row(Map<String, DifferenceCounts.Row> rows, String name) {
    return rows.getOrDefault(name, new DifferenceCounts.Row());
  }

  private static List<String> shown(List<JsonNode> differences) {
    return differences.stream()
        .map(
            line -> {
              List<String> changed = new java.util.ArrayList<>();
              line.path("changed").forEach(name -> changed.add(name.asText()));
              return "%s %s %s %s"
                  .formatted(
                      line.path("what").asText(),
                      line.path("difference").asText(),
                      changed,
                      line.path("why").asText());
            })
        .toList();
  }
}
