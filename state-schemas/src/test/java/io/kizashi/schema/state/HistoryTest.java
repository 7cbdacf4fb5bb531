package io.kizashi.schema.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Position;
import io.kizashi.schema.RandomNouns;
import io.kizashi.schema.Samples;
import io.kizashi.schema.Touchpoint;
import io.kizashi.testing.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final long TEN = Samples.TEN;

  @Test
  void theEmptyHistoryHoldsNothing() {
    assertThat(History.EMPTY.touchpoints()).isEmpty();
    assertThat(History.EMPTY.count()).isZero();
    assertThat(History.EMPTY.oldest()).isEqualTo(Long.MAX_VALUE);
    assertThat(History.EMPTY.floor()).isEqualTo(Position.FIRST);
  }

  @Test
  void touchpointsStandInOrderOfTimeAndThenOfTheBytesOfTheirIds() {
    History history = History.EMPTY;
    for (String id : List.of("b", "\uD83D\uDE00", "\uE000", "a", "カ")) {
      history = history.with(Samples.bare(id, TEN));
    }
    history = history.with(Samples.bare("z", TEN - 1));
    assertThat(history.touchpoints())
        .extracting(Touchpoint::id)
        .containsExactly("z", "a", "b", "カ", "\uE000", "\uD83D\uDE00");
    assertThat(history.oldest()).isEqualTo(TEN - 1);
  }

  @Test
  void itHoldsWhatAPlainSortedListWouldWhateverTheOrderOfArrival() {
    RandomNouns nouns = new RandomNouns(Seeds.seed());
    List<Touchpoint> plain = new ArrayList<>();
    History history = History.EMPTY;
    for (int i = 0; i < 200; i++) {
      Touchpoint touchpoint = nouns.touchpoint();
      plain.add(touchpoint);
      plain.sort(Comparator.comparing(Touchpoint::position));
      history = History.decode(history.with(touchpoint).encode());
      assertThat(history.touchpoints()).as("after %d", i + 1).isEqualTo(plain);
      assertThat(history.count()).isEqualTo(plain.size());
      assertThat(history.oldest()).isEqualTo(plain.get(0).time());
    }
  }

  @Test
  void joiningSegmentsSharesTheirDictionary() {
    History history = History.EMPTY;
    for (int i = 0; i < 16; i++) {
      history = history.with(Samples.bare("e-" + i, TEN + i));
    }
    int apart = history.encode().length;
    assertThat(history.with(Samples.bare("e-16", TEN + 16)).encode())
        .hasSizeLessThan(apart * 3 / 4);
  }

  @Test
  void evictionIsCountedAndOnlyRaisesTheFloor() {
    History history = History.EMPTY;
    for (int i = 0; i < 5; i++) {
      history = history.with(Samples.bare("e-" + i, TEN + i));
    }
    History later = history.without(it -> it.time() < TEN + 2, new Position(TEN + 1, "e-1"));
    assertThat(later.touchpoints()).extracting(Touchpoint::id).containsExactly("e-2", "e-3", "e-4");
    assertThat(later.evicted()).isEqualTo(2);
    assertThat(later.oldest()).isEqualTo(TEN + 2);
    assertThat(later.floor()).isEqualTo(new Position(TEN + 1, "e-1"));
    assertThat(later.without(it -> false, Position.FIRST).floor()).isEqualTo(later.floor());
    assertThat(history.count()).as("the history before").isEqualTo(5);
  }

  @Test
  void aHistoryOfWhichAllIsEvictedStillKnowsWhatItLost() {
    History gone =
        History.EMPTY.with(Samples.bare("e", TEN)).without(it -> true, Position.after(TEN));
    History read = History.decode(gone.encode());
    assertThat(read.touchpoints()).isEmpty();
    assertThat(read.oldest()).isEqualTo(Long.MAX_VALUE);
    assertThat(read.evicted()).isEqualTo(1);
    assertThat(read.floor()).isEqualTo(Position.after(TEN));
  }
}
