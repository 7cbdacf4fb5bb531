package io.kizashi.flink.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.OutputJson;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookStatus;
import io.kizashi.schema.RulebookStatus.Word;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PendingPublicationsTest {
  private final PendingPublications pending = new PendingPublications(1, 2);
  private final Activation third = Publications.since(Publications.good(3), 0);

  @Test
  void theHighestIsCompiledNext() {
    pending.receive(Publications.good(4), third);
    pending.receive(Publications.good(6), third);
    pending.receive(Publications.good(5), third);

    assertThat(pending.next().map(Publication::version)).contains(6L);
  }

  @Test
  void anotherEnginesAreNeitherReportedNorCompiled() {
    assertThat(pending.receive(Publications.named("bank", 9), third)).isEmpty();
    assertThat(pending.next()).isEmpty();
  }

  @Test
  void aLowerVersionThanTheOneInForceIsOutdated() {
    assertThat(word(pending.receive(Publications.good(2), third))).contains(Word.OUTDATED);
    assertThat(pending.next()).isEmpty();
  }

  @Test
  void theVersionInForceAgainIsReportedAgainAndAnotherTextUnderItIsAConflict() {
    assertThat(word(pending.receive(Publications.good(3), third))).contains(Word.ADOPTED);
    assertThat(word(pending.receive(Publications.bad(3), third))).contains(Word.CONFLICT);
  }

  @Test
  void ofTwoThatClaimAVersionTheFirstHasItThoughItIsRefused() {
    Publication bad = Publications.bad(4);
    pending.receive(bad, third);
    pending.refuse(bad, List.of("does not compile"));

    assertThat(word(pending.receive(Publications.good(4), third))).contains(Word.CONFLICT);
    assertThat(pending.receive(bad, third)).isEmpty();
  }

  @Test
  void noTextMakesAStatusLargerThanKafkaTakes() {
    String line = "\u0001".repeat(64 * 1024); // JSON writes it in six bytes
    RulebookStatus status =
        pending.refuse(Publications.bad(4), Collections.nCopies(150, "r.yaml:1:1: " + line));

    assertThat(OutputJson.encode(status)).hasSizeLessThan(Bounds.OUTPUT_BYTES);
    assertThat(status.problems())
        .hasSize(101)
        .last()
        .isEqualTo("and 50 more; 'kizashi rules check' shows them all\n");
    assertThat(status.problems().get(0))
        .startsWith("r.yaml:1:1: ")
        .endsWith("… and 64,548 more characters\n");
  }

  @Test
  void aVersionThatWasRefusedBeforeARestartStaysTaken() {
    pending.restoreRefused(Publications.bad(4));

    assertThat(word(pending.receive(Publications.good(4), third))).contains(Word.CONFLICT);
  }

  @Test
  void afterARefusalTheNextLowerOneIsCompiled() {
    pending.receive(Publications.good(4), third);
    pending.receive(Publications.bad(5), third);
    pending.refuse(Publications.bad(5), List.of("does not compile"));

    assertThat(pending.next().map(Publication::version)).contains(4L);
  }

  @Test
  void whatComesIntoForcePassesOverTheLowerOnesAndLeavesTheHigherOnes() {
    pending.receive(Publications.good(4), third);
    pending.receive(Publications.good(5), third);
    pending.receive(Publications.good(6), third);
    pending.restoreRefused(Publications.bad(2));

    List<RulebookStatus> reported = pending.activated(Publications.since(Publications.good(5), 0));

    assertThat(reported)
        .extracting(RulebookStatus::word)
        .containsExactly(Word.OUTDATED, Word.ADOPTED);
    assertThat(pending.waiting()).extracting(Publication::version).containsExactly(6L);
    assertThat(pending.refused()).isEmpty();
  }

  @Test
  void aReportNamesItsTask() {
    RulebookStatus status = pending.adopted(third);

    assertThat(status.task() + " of " + status.tasks()).isEqualTo("1 of 2");
  }

  private static Optional<Word> word(Optional<RulebookStatus> status) {
    return status.map(RulebookStatus::word);
  }
}
