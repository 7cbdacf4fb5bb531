package io.kizashi.flink.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.decide.DecisionCounts;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.DecisionKpi;
import io.kizashi.schema.RulebookRef;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KpisTest {
  private static final long TEN = 1_772_359_200_000L;
  private static final RulebookRef FIRST = new RulebookRef("retail", 1, "a");
  private static final RulebookRef SECOND = new RulebookRef("retail", 2, "b");
  private static final DecisionCounts TOUCHPOINT = new DecisionCounts(1, 0, 0, 0, 0, Map.of(), 0);

  private final Kpis kpis = new Kpis(1, 3);

  @Test
  void aWindowIsToldOfOnceTimeIsProvenToItsEnd() {
    kpis.proven(TEN);
    kpis.add(FIRST, TOUCHPOINT);
    kpis.add(FIRST, TOUCHPOINT);
    assertThat(kpis.proven(TEN + 9_999)).isEmpty();

    assertThat(kpis.proven(TEN + 10_000))
        .containsExactly(
            new DecisionKpi(TEN, TEN + 10_000, FIRST, 1, 3, 2, 0, 0, 0, 0, Map.of(), 0));
    assertThat(kpis.proven(TEN + 20_000)).isEmpty();
  }

  @Test
  void whatIsCountedBeforeAnyTimeIsProvenBelongsToTheFirstWindow() {
    kpis.add(FIRST, TOUCHPOINT);
    assertThat(kpis.proven(TEN)).isEmpty();

    assertThat(kpis.proven(TEN + 10_000)).hasSize(1);
  }

  @Test
  void theCustomersOfEachRulebookAreCountedApart() {
    kpis.proven(TEN);
    kpis.add(FIRST, TOUCHPOINT);
    kpis.add(SECOND, TOUCHPOINT);

    assertThat(kpis.proven(TEN + 10_000))
        .extracting(DecisionKpi::rulebook)
        .containsExactlyInAnyOrder(FIRST, SECOND);
  }

  @Test
  void aRulebookWithNothingToCountHasNoRecord() {
    kpis.proven(TEN);
    kpis.add(FIRST, DecisionCounts.NONE);

    assertThat(kpis.proven(TEN + 10_000)).isEmpty();
  }

  @Test
  void reasonsAddUp() {
    kpis.proven(TEN);
    kpis.add(FIRST, withheld(Map.of("cap", 1L, "paused", 2L)));
    kpis.add(FIRST, withheld(Map.of("cap", 3L)));

    assertThat(kpis.proven(TEN + 10_000))
        .singleElement()
        .extracting(DecisionKpi::withheld)
        .isEqualTo(Map.of("cap", 4L, "paused", 2L));
  }

  @Test
  void theEndOfTimeClosesTheLastWindowAtTheLatestTimeThereIs() {
    kpis.proven(TEN);
    kpis.add(FIRST, TOUCHPOINT);

    assertThat(kpis.proven(Long.MAX_VALUE))
        .singleElement()
        .extracting(DecisionKpi::to)
        .isEqualTo(Bounds.LATEST);
  }

  @Test
  void timeThatGoesBackClosesNothing() {
    kpis.proven(TEN);
    kpis.add(FIRST, TOUCHPOINT);

    assertThat(kpis.proven(TEN - 60_000)).isEmpty();
    assertThat(kpis.proven(TEN + 10_000)).hasSize(1);
  }

  private static DecisionCounts withheld(Map<String, Long> reasons) {
    return new DecisionCounts(0, 0, 0, 0, 0, reasons, 0);
  }
}
