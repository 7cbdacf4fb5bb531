package io.kizashi.local.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.local.kafka.Subscriber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine whose checkpoints can't be written for a while. */
@Timeout(360)
class FullDiskTest {
  /** More than the failures in a row after which the job used to go back and begin again. */
  private static final int FAILED_IN_A_ROW = 15;

  @Test
  void nothingIsDecidedWhileNoCheckpointCanBeMadeAndItGoesOnByItself(@TempDir Path folder)
      throws Exception {
    try (DiskDrill drill = new DiskDrill(folder, "interval: 100ms, patience: 1s", "", "")) {
      drill.order("before");
      drill.awaitSaid("before");
      drill.block();
      drill.await(() -> drill.isTold("stops deciding") && drill.failedInARow() >= FAILED_IN_A_ROW);
      drill.order("meanwhile");
      int failed = drill.failedInARow();
      drill.await(() -> drill.failedInARow() >= failed + FAILED_IN_A_ROW);
      long freed = System.currentTimeMillis();
      drill.free();
      drill.await(() -> drill.isTold("decides again"));

      drill.awaitSaid("meanwhile");
      assertThat(drill.saidAt("meanwhile")).as("when it was said").isGreaterThanOrEqualTo(freed);
      drill.order("after");
      drill.awaitSaid("after");
      assertThat(drill.isTold(" MB are free in " + folder)).isTrue();
      assertThat(drill.isTold("failed and starts again")).isFalse();
    }
  }

  @Test
  @Tag("long") // the broker ends a transaction ten seconds after its time at the latest
  void exactlyOnceIsKeptWhereTheBrokerEndsTheTransactionsMeanwhile(@TempDir Path folder)
      throws Exception {
    try (DiskDrill drill =
            new DiskDrill(
                folder,
                "interval: 100ms, patience: 10s",
                "transaction.timeout.ms: 30000",
                "delivery: exactly-once");
        Subscriber uncommitted = Subscriber.fromStart(drill.bootstrap(), "moments");
        Admin admin = Admin.create(Map.of("bootstrap.servers", drill.bootstrap()))) {
      drill.block();
      drill.order("unsealed");
      drill.await(() -> uncommitted.poll(Duration.ofMillis(10)).iterator().hasNext());
      drill.await(() -> hasNoOpenTransaction(admin));
      assertThat(drill.saidAt("unsealed")).isZero();
      drill.free();

      drill.await(() -> drill.isTold("it is written anew from there"));
      drill.awaitSaid("unsealed");
      drill.order("after");
      drill.awaitSaid("after");
    }
  }

  private static boolean hasNoOpenTransaction(Admin admin) {
    try {
      return admin
          .listTransactions(
              new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
          .all()
          .get()
          .isEmpty();
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError("the broker does not say", e);
    }
  }
}
