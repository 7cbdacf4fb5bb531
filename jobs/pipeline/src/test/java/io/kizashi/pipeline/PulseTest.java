package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PulseTest {
  /** The two clocks have nothing to do with each other. */
  private static final long DAY = 1_772_359_200_000L;

  private final Pulse pulse = new Pulse(0);

  @Test
  void aHeartbeatProvesTheTimeAtWhichItIsSent() {
    assertThat(pulse.beat(10, DAY)).hasValue(DAY);
    pulse.answered(15);
    assertThat(pulse.beat(60, DAY + 50)).hasValue(DAY + 50);
  }

  @Test
  void nothingIsSentInTheSilenceOfTheStart() {
    Pulse fresh = new Pulse(5_000);

    assertThat(fresh.beat(4_999, DAY)).isEmpty();
    assertThat(fresh.beat(5_000, DAY + 1)).hasValue(DAY + 1);
  }

  @Test
  void oneIsUnderWayAtMost() {
    pulse.beat(10, DAY);

    assertThat(pulse.beat(60, DAY + 50)).isEmpty();
    assertThat(pulse.beat(60_000, DAY + 60_000)).isEmpty();
  }

  @Test
  void anAnswerWithinASecondNeedsNoSilence() {
    pulse.beat(0, DAY);
    pulse.answered(Pulse.SLOW);

    assertThat(pulse.beat(Pulse.SLOW, DAY + 1_000)).hasValue(DAY + 1_000);
  }

  @Test
  void aSlowAnswerIsFollowedByASilenceAsLongAsTheWait() {
    pulse.beat(0, DAY);
    pulse.answered(35_000);

    assertThat(pulse.beat(69_999, DAY)).isEmpty();
    assertThat(pulse.beat(70_000, DAY + 70_000)).hasValue(DAY + 70_000);
  }

  @Test
  void theSilenceHasBounds() {
    pulse.beat(0, DAY);
    pulse.answered(1_001);
    assertThat(pulse.beat(1_000 + Pulse.SHORTEST_SILENCE, DAY)).isEmpty();
    assertThat(pulse.beat(1_001 + Pulse.SHORTEST_SILENCE, DAY)).hasValue(DAY);

    long late = 10_000_000;
    pulse.answered(late);
    assertThat(pulse.beat(late + Pulse.LONGEST_SILENCE - 1, DAY)).isEmpty();
    assertThat(pulse.beat(late + Pulse.LONGEST_SILENCE, DAY)).hasValue(DAY);
  }

  @Test
  void whatFailedIsSentAgainWithItsOldTimeAndTheWaitCountsFromTheFirst() {
    pulse.beat(0, DAY);
    pulse.failed();
    assertThat(pulse.beat(20_000, DAY + 20_000)).hasValue(DAY);
    pulse.answered(20_005);

    assertThat(pulse.beat(40_009, DAY + 40_009)).isEmpty();
    assertThat(pulse.beat(40_010, DAY + 40_010)).hasValue(DAY + 40_010);
  }
}
