package io.kizashi.control.compare;

import io.kizashi.local.replay.SortedLines;
import io.kizashi.schema.CustomerKey;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Joins the outputs of two replays by customer and writes their differences. Files are sorted on
 * disk; in memory are only their keys, as in a replay, and one customer.
 *
 * @param a one side
 * @param b the other side
 * @param until the latest time that is looked at, RFC 3339
 * @param work a folder for what is needed meanwhile
 */
record Join(Side a, Side b, String until, Path work) {
  /**
   * Compares {@code moments.jsonl} and {@code recommendations.jsonl} of two folders.
   *
   * @param target gets the differences, by time, customer and id
   */
  DifferenceCounts run(Path folderA, Path folderB, Path target) throws IOException {
    DifferenceCounts tally = new DifferenceCounts();
    Path unsorted = work.resolve("differences");
    try (OutcomeReader inA = open(folderA, "a");
        OutcomeReader inB = open(folderB, "b");
        BufferedWriter out = Files.newBufferedWriter(unsorted)) {
      CustomerContrast contrast = new CustomerContrast(a, b);
      for (Optional<CustomerKey> next = next(inA, inB); next.isPresent(); next = next(inA, inB)) {
        CustomerOutcomes outcomesA = inA.take(next.get());
        CustomerOutcomes outcomesB = inB.take(next.get());
        List<Difference> found = contrast.of(next.get(), outcomesA, outcomesB);
        tally.add(outcomesA, outcomesB, found);
        for (Difference difference : found) {
          out.write(difference.asJson() + "\n");
        }
      }
    }
    SortedLines.merge(List.of(unsorted), SortedLines.Order.TIMES, target);
    return tally;
  }

  private static Optional<CustomerKey> next(OutcomeReader a, OutcomeReader b) {
    return Stream.of(a.next(), b.next()).flatMap(Optional::stream).min(CustomerKey::compareTo);
  }

  private OutcomeReader open(Path folder, String side) throws IOException {
    return new OutcomeReader(
        byCustomer(folder.resolve("moments.jsonl"), side + "-moments"),
        byCustomer(folder.resolve("recommendations.jsonl"), side + "-recommendations"),
        until);
  }

  private Path byCustomer(Path file, String name) throws IOException {
    Path sorted = work.resolve(name);
    SortedLines.merge(List.of(file), SortedLines.Order.CUSTOMERS, sorted);
    return sorted;
  }
}
