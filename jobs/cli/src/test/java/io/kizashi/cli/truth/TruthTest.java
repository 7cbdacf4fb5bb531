package io.kizashi.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Counts found once by a program in another language, so that the truth is no one's guess. */
final class TruthTest {
  @Test
  void starHoldsUtterancesThatNobodyAnswered() throws IOException {
    assertThat(StarTruth.moments(RealData.require("star_dialogues.tar.xz"))).hasSize(160);
  }

  @Test
  void onlineRetailHoldsBigBuyersThatFellSilent() throws IOException {
    assertThat(RetailTruth.moments(RealData.require("online_retail_uci352.csv.xz"))).hasSize(4_664);
  }
}
