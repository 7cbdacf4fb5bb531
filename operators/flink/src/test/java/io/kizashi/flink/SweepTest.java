package io.kizashi.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.flink.customers.CustomerStates;
import io.kizashi.flink.customers.Sweep;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepTest {
  private final Keeper keeper = new Keeper();
  private final List<String> visited = keeper.visited;
  private KeyedOneInputStreamOperatorTestHarness<String, String, String> harness;

  SweepTest() throws Exception {
    harness = new KeyedOneInputStreamOperatorTestHarness<>(keeper, key -> key, Types.STRING);
  }

  @BeforeEach
  void threeCustomersAreKnown() throws Exception {
    harness.open();
    come("c-1");
    come("c-2");
    come("c-3");
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void nobodyIsVisitedUntilItBegins() throws Exception {
    pass(10);

    assertThat(visited).isEmpty();
  }

  @Test
  void everyCustomerIsVisitedOnce() throws Exception {
    keeper.sweep.begin();
    pass(10);

    assertThat(visited).containsExactlyInAnyOrder("c-1", "c-2", "c-3");
  }

  @Test
  void betweenTwoSlicesOthersAct() throws Exception {
    keeper.sweep.begin();
    pass(1);
    come("c-2");
    assertThat(visited).hasSize(1);

    pass(2);
    assertThat(visited).containsExactlyInAnyOrder("c-1", "c-2", "c-3");
  }

  @Test
  void eachIsVisitedWithTheStateAtHand() throws Exception {
    keeper.sweep.begin();
    pass(10);

    assertThat(keeper.wakeUps).containsExactlyInAnyOrder(1L, 2L, 3L);
  }

  @Test
  void whoeverCameDuringASweepIsSeenByTheOneThatBeginsAnew() throws Exception {
    keeper.sweep.begin();
    pass(1);
    come("c-4");
    visited.clear();

    keeper.sweep.begin();
    pass(10);

    assertThat(visited).containsExactlyInAnyOrder("c-1", "c-2", "c-3", "c-4");
  }

  @Test
  void closedItGoesNoFurther() throws Exception {
    keeper.sweep.begin();
    pass(1);
    keeper.sweep.close();
    pass(10);

    assertThat(visited).hasSize(1);
  }

  @Test
  void afterItsEndItCanBeginAgain() throws Exception {
    keeper.sweep.begin();
    pass(10);
    keeper.sweep.begin();
    pass(10);

    assertThat(visited).hasSize(6);
  }

  private void come(String customer) throws Exception {
    harness.processElement(new StreamRecord<>(customer));
  }

  private void pass(int slices) throws Exception {
    for (int i = 0; i < slices; i++) {
      harness.setProcessingTime(harness.getProcessingTime() + 1);
    }
  }

  /** Keeps a state of each customer that comes: the number of the name is its wake-up. */
  private static final class Keeper extends AbstractStreamOperator<String>
      implements OneInputStreamOperator<String, String> {
    private static final long serialVersionUID = 1L;

    private final transient List<String> visited = new ArrayList<>();
    private final transient List<Long> wakeUps = new ArrayList<>();
    private transient CustomerStates states;
    private transient Sweep sweep;

    @SuppressWarnings("NullAway.Init") // open() sets the transient fields
    Keeper() {}

    @Override
    public void open() throws Exception {
      super.open();
      states = new CustomerStates(getRuntimeContext(), Streams.STATE);
      sweep =
          new Sweep(
              getKeyedStateBackend(),
              getProcessingTimeService(),
              new Sweep.Pace(0, 1),
              this::visit);
    }

    private void visit(String customer) throws Exception {
      visited.add(customer);
      wakeUps.add(states.read().clock().wakeUp());
    }

    @Override
    public void processElement(StreamRecord<String> element) throws Exception {
      long number = Long.parseLong(element.getValue().substring(2));
      states.write(CustomerState.EMPTY.withClock(new Clock(0, number)));
    }
  }
}
