package io.kizashi.cli.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/** Transactions behind which nobody who reads what is committed finds anything. */
final class OpenTransactions {
  private OpenTransactions() {}

  /**
   * Those that were begun before some time.
   *
   * @param prefix of the topics of one engine
   * @param before milliseconds since the epoch
   */
  static List<String> of(String bootstrap, String prefix, long before) {
    List<String> open = new ArrayList<>();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      ListTransactionsOptions ongoing =
          new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING));
      List<String> ids =
          admin.listTransactions(ongoing).all().get().stream()
              .map(TransactionListing::transactionalId)
              .filter(id -> id.startsWith(prefix))
              .toList();
      Map<String, TransactionDescription> all = admin.describeTransactions(ids).all().get();
      all.forEach(
          (id, it) -> {
            boolean isOpen = it.state() == TransactionState.ONGOING;
            if (isOpen && it.transactionStartTimeMs().orElse(before) < before) {
              open.add(id + " " + it);
            }
          });
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("transactions can't be listed", e);
    }
    return open;
  }
}
