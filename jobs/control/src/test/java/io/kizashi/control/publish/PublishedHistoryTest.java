package io.kizashi.control.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.control.report.StatusReport;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.RulebookRef;
import io.kizashi.schema.RulebookStatus;
import io.kizashi.schema.RulebookStatus.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedHistoryTest {
  private final List<HistoryEntry> entries = new ArrayList<>();
  private final List<TaskAnswer> answers = new ArrayList<>();

  @Test
  void theLowestOffsetOfAVersionCounts() {
    HistoryEntry first = published(2, "a");
    published(2, "b");
    answered(Word.ADOPTED, first, 0, 1);
    assertThat(fates()).containsExactly(VersionFate.IN_FORCE, VersionFate.CONFLICT);
    assertThat(book().holder(2)).contains(first);
    assertThat(book().head()).contains(first);
  }

  @Test
  void whatWasRefusedIsNeitherInForceNorGoneBackTo() {
    HistoryEntry two = published(2, "a");
    HistoryEntry three = published(3, "b");
    HistoryEntry four = published(4, "c");
    answered(Word.ADOPTED, two, 0, 1);
    answered(Word.BROKEN, three, 0, 1);
    answered(Word.ADOPTED, four, 0, 1);
    published(5, "d");
    assertThat(fates())
        .containsExactly(
            VersionFate.REPLACED,
            VersionFate.REFUSED,
            VersionFate.IN_FORCE,
            VersionFate.UNANSWERED);
    entries.remove(3);
    assertThat(book().previous()).contains(two);
  }

  @Test
  void rolloutsAreSkippedOnTheWayBackAndTheirBaseIsKnown() {
    RulebookDocument base = new RulebookDocument("r.yaml", 1, "submitted");
    HistoryEntry two = published(2, "a", Optional.of(new Publication.Rollout(10, base)));
    HistoryEntry three = published(3, "a");
    answered(Word.ADOPTED, two, 0, 1);
    answered(Word.ADOPTED, three, 0, 1);
    assertThat(book().previous()).isEmpty();
    assertThat(book().text(1)).contains(base);
    assertThat(book().follows(three.ref().hash())).hasValue(3);
    assertThat(book().follows("other")).isEmpty();
  }

  @Test
  void tasksThatDifferDoNotAgreeAndTheirOwnVersionsAreKnown() {
    HistoryEntry two = published(2, "a");
    HistoryEntry three = published(3, "b");
    answered(Word.ADOPTED, two, 0, 2);
    assertThat(book().inForce().agreed()).as("one of two").isFalse();
    answered(Word.ADOPTED, two, 1, 2);
    assertThat(book().inForce().agreed()).isTrue();
    answered(Word.ADOPTED, three, 0, 2);
    assertThat(book().inForce().agreed()).isFalse();
    assertThat(StatusReport.text(book()))
        .contains("shop: the tasks differ", "  task 0: version 3 (", "  task 1: version 2 (");
    assertThat(fates()).containsExactly(VersionFate.IN_FORCE, VersionFate.IN_FORCE);
  }

  @Test
  void aTaskThatSaysTheSameAgainHasBeenSoSinceTheFirstTime() {
    HistoryEntry two = published(2, "a");
    answered(Word.ADOPTED, two, 0, 1);
    long since = answers.get(0).time();
    answered(Word.ADOPTED, two, 0, 1);
    assertThat(book().inForce().answers()).extracting(TaskAnswer::time).containsExactly(since);
  }

  @Test
  void anEngineOfAnotherSizeSpeaksAnew() {
    HistoryEntry two = published(2, "a");
    answered(Word.ADOPTED, two, 0, 1);
    answered(Word.ADOPTED, two, 1, 3);
    assertThat(book().inForce().tasks()).isEqualTo(3);
    assertThat(book().inForce().byTask()).containsOnlyKeys(1);
    RollCall answered = RollCall.of(two.ref(), answers);
    assertThat(answered.complete()).isFalse();
  }

  @Test
  void aHigherVersionAnswersForALowerOne() {
    HistoryEntry two = published(2, "a");
    HistoryEntry three = published(3, "b");
    answered(Word.ADOPTED, two, 0, 2);
    answered(Word.OUTDATED, two, 1, 2);
    RollCall first = RollCall.of(two.ref(), answers);
    assertThat(first.complete()).isTrue();
    assertThat(first.overtaken()).isTrue();
    assertThat(first.refusals()).isEmpty();
    answered(Word.ADOPTED, three, 0, 2);
    assertThat(RollCall.of(two.ref(), answers).highest()).isEqualTo(3);
  }

  private HistoryEntry published(long version, String text) {
    return published(version, text, Optional.empty());
  }

  private HistoryEntry published(long version, String text, Optional<Publication.Rollout> rollout) {
    RulebookDocument document = new RulebookDocument("r.yaml", version, text);
    Publication publication =
        new Publication("shop", document, rollout, entries.size(), "mika", "");
    HistoryEntry entry = new HistoryEntry(publication, 1_000 + entries.size());
    entries.add(entry);
    return entry;
  }

  private void answered(Word word, HistoryEntry entry, int task, int tasks) {
    RulebookRef ref = entry.ref();
    RulebookStatus status =
        new RulebookStatus(
            "r.yaml", ref, entry.publication().percent(), word, List.of(), task, tasks);
    answers.add(new TaskAnswer(status, 2_000 + answers.size()));
  }

  private PublishedHistory book() {
    return new PublishedHistory("shop", entries, answers);
  }

  private List<VersionFate> fates() {
    return book().outcomes().stream().map(PublishedHistory.Outcome::fate).toList();
  }
}
