package io.kizashi.language.rehearsal;

import io.kizashi.language.read.RulebookTest.Expectation;
import io.kizashi.language.read.RulebookTest.Sending;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pairs each expectation with a happening of its own, as many as possible: one that leaves action
 * or time open must not take what a stricter one needs.
 */
final class Pairing {
  private static final int NOBODY = -1;

  private final List<Expectation> expected;
  private final List<Happening> happened;

  /** By happening: the expectation that has it. */
  private final int[] owners;

  Pairing(List<Expectation> expected, List<Happening> happened) {
    this.expected = expected;
    this.happened = happened;
    this.owners = new int[happened.size()];
    Arrays.fill(owners, NOBODY);
    for (int i = 0; i < expected.size(); i++) {
      place(i, new BitSet());
    }
  }

  /** Finds a happening for an expectation, moving others where that helps. */
  private boolean place(int expectation, BitSet asked) {
    for (int i = 0; i < owners.length; i++) {
      if (!asked.get(i) && fits(expected.get(expectation), happened.get(i))) {
        asked.set(i);
        if (owners[i] == NOBODY || place(owners[i], asked)) {
          owners[i] = expectation;
          return true;
        }
      }
    }
    return false;
  }

  private static boolean fits(Expectation expected, Happening happened) {
    return expected.moment().equals(happened.moment())
        && (expected.action().isEmpty() || expected.action().equals(happened.action()))
        && (!expected.unanswered() || happened.action().isEmpty())
        && (expected.sending().equals(Sending.ANYHOW)
            || happened.answer().filter(it -> it.isSent(expected.sending())).isPresent())
        && (expected.at().isEmpty() || expected.at().getAsLong() == happened.at());
  }

  List<Expectation> missing() {
    return IntStream.range(0, expected.size())
        .filter(i -> IntStream.of(owners).noneMatch(owner -> owner == i))
        .mapToObj(expected::get)
        .toList();
  }

  List<Happening> unexpected() {
    return IntStream.range(0, owners.length)
        .filter(i -> owners[i] == NOBODY)
        .mapToObj(happened::get)
        .toList();
  }
}
