package io.kizashi.flink;

import static io.kizashi.flink.Records.MINUTE;
import static io.kizashi.flink.Records.TEN;
import static io.kizashi.flink.Records.arrived;
import static io.kizashi.flink.Records.cart;
import static io.kizashi.flink.Records.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.flink.Arrival.Reached;
import io.kizashi.flink.recall.SaidRecord.Output;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** What was written after the checkpoint, by whom and when ever. */
final class RecallTest {
  private static final long PAST_DEADLINE = TEN + 31 * MINUTE;
  private static final String ISSUED = "\"status\":\"issued\"";
  private static final String RETRACTED = "\"status\":\"retracted\"";

  private final WrittenLog log = new WrittenLog();

  @Test
  void whatAGivenUpTaskWritesAfterTheStartIsTakenBackAsWell() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), log)) {
      OperatorSubtaskState checkpoint = abandoned(persons);
      persons.restartFrom(checkpoint);
      // Its records are still on their way while the next life reads what is written.
      write(persons);
      persons.touchpoint(arrived(order("e-2", "c-1", TEN + 20 * MINUTE), 0));
      reached(persons);
      persons.proven(PAST_DEADLINE);

      assertThat(persons.recommendations()).hasSize(2).last().asString().contains(RETRACTED);
      assertThat(persons.moments()).hasSize(2).last().asString().contains(RETRACTED);
    }
  }

  @Test
  void nothingIsTakenBackBeforeAllTouchpointsHaveComeAgain() throws Exception {
    try (Persons persons = new Persons(Records.rulebook(1), log)) {
      OperatorSubtaskState checkpoint = abandoned(persons);
      write(persons);
      persons.restartFrom(checkpoint);
      persons.touchpoint(arrived(order("e-2", "c-1", TEN + 20 * MINUTE), 0));
      persons.proven(PAST_DEADLINE);
      assertThat(persons.recommendations()).hasSize(1);

      reached(persons);

      assertThat(persons.recommendations()).hasSize(2).last().asString().contains(RETRACTED);
    }
  }

  @Test
  void withoutACheckpointNothingIsReadAndTheSameIsSaidInTheSameBytes() throws Exception {
    List<String> first;
    try (Persons persons = new Persons(Records.rulebook(1), log)) {
      abandoned(persons);
      write(persons);
      first = List.copyOf(persons.recommendations());
      assertThat(first).singleElement().asString().contains(ISSUED);
    }
    try (Persons persons = new Persons(Records.rulebook(1), log)) {
      // The topic does not go back as far as the outputs: of c-1 nothing is known any more.
      reached(persons);
      persons.proven(PAST_DEADLINE + MINUTE);
      assertThat(persons.recommendations()).isEmpty();
    }
    try (Persons persons = new Persons(Records.rulebook(1), log)) {
      abandoned(persons);
      assertThat(persons.recommendations()).isEqualTo(first);
    }
  }

  @Test
  void aDayOfOutputBehindAnOldSavepointIsReadAgainAndSaidOnce() throws Exception {
    int customers = 500;
    try (Persons persons = new Persons(Records.rulebook(1), log)) {
      OperatorSubtaskState old = persons.checkpoint();
      carts(persons, customers);
      persons.proven(PAST_DEADLINE);
      assertThat(persons.recommendations()).hasSize(customers);
      write(persons);

      persons.restartFrom(old);
      carts(persons, customers);
      persons.touchpoint(arrived(order("o-0", "c-0", TEN + 20 * MINUTE), 0));
      reached(persons);
      persons.proven(PAST_DEADLINE);

      assertThat(persons.recalled()).isEqualTo(2L * customers);
      assertThat(persons.recommendations().subList(customers, persons.recommendations().size()))
          .singleElement()
          .asString()
          .contains(RETRACTED, "\"c-0\"");
    }
  }

  private static void carts(Persons persons, int customers) throws Exception {
    for (int i = 0; i < customers; i++) {
      persons.touchpoint(arrived(cart("e-" + i, "c-" + i, TEN), 0));
    }
  }

  /** A cart is abandoned after the checkpoint that is given back. */
  private static OperatorSubtaskState abandoned(Persons persons) throws Exception {
    persons.touchpoint(arrived(cart("e-1", "c-1", TEN), 0));
    OperatorSubtaskState checkpoint = persons.checkpoint();
    persons.proven(PAST_DEADLINE);
    return checkpoint;
  }

  private void write(Persons persons) {
    log.write(Output.MOMENTS, persons.moments());
    log.write(Output.RECOMMENDATIONS, persons.recommendations());
  }

  private static void reached(Persons persons) throws Exception {
    persons.touchpoint(new Reached("/0", 0, 1));
  }
}
