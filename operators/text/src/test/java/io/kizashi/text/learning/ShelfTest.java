package io.kizashi.text.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.LearningBounds;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShelfTest {
  private static LearnedLexicon of(long epoch) {
    return new LearnedLexicon(epoch, epoch, 0, Map.of());
  }

  private static long in(long epoch) {
    return epoch * LearningBounds.EPOCH_MILLIS;
  }

  @Test
  void aTouchpointTakesTheNewestLexiconThatHasRested() {
    Shelf shelf = Shelf.unbounded();
    shelf.put(of(20), 0);
    shelf.put(of(10), 0);

    assertThat(shelf.at(in(12) - 1)).isEqualTo(LearnedLexicon.NONE);
    assertThat(shelf.at(in(12))).isEqualTo(of(10));
    assertThat(shelf.at(in(22) - 1)).isEqualTo(of(10));
    assertThat(shelf.at(in(22))).isEqualTo(of(20));
    assertThat(shelf.at(in(900))).isEqualTo(of(20));
  }

  @Test
  void aFullOneLetsGoOfTheOldestThatIsFollowedElseOfTheNewest() {
    Shelf shelf = Shelf.of(2);
    for (long epoch : new long[] {10, 20, 30, 40}) {
      shelf.put(of(epoch), in(25));
    }
    // 10 was followed by 20; then 30 and 40 lay ahead of the time that has come.
    assertThat(shelf.all()).containsExactly(of(20), of(30));
    shelf.put(of(40), in(50));
    assertThat(shelf.all()).containsExactly(of(30), of(40));
    shelf.put(of(20), Long.MIN_VALUE);
    assertThat(shelf.all()).containsExactly(of(30), of(40));
  }
}
