package io.kizashi.language.asked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikelyTest {
  @ParameterizedTest
  @CsvSource({
    "cart_updatd, cart_updated",
    "cartUpdated, cart_updated",
    "page_view, page_viewed",
    "cartvalue, cartValue",
    "ｗｅｂ, web",
    "quesiton, question",
  })
  void aSlipIsSeen(String written, String meant) {
    assertThat(Likely.meant(written, List.of(meant, "something_else"))).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "chat_started, call_started",
    "order_cancelled, order_placed",
    "plan_2, plan_3",
    "app, web",
    "case_solved, case_closed",
  })
  void anotherThingIsNoSlip(String written, String other) {
    assertThat(Likely.meant(written, List.of(other))).isEmpty();
  }

  @Test
  void ofTwoThatAreEquallyNearNeitherIsNamed() {
    assertThat(Likely.meant("cart_updatd", List.of("cart_updated", "card_updated"))).isEmpty();
  }
}
