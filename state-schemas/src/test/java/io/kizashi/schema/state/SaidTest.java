package io.kizashi.schema.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Samples;
import org.junit.jupiter.api.Test;

class SaidTest {
  private static final CustomerKey KEY = CustomerKey.customer("c-1");
  private static final Moment MOMENT = Samples.moment(KEY, "");
  private static final Recommendation ISSUED = Samples.recommendation(KEY);

  @Test
  void theLastWordCounts() {
    Said said = Said.NOTHING.then(MOMENT).then(MOMENT.retracted()).then(ISSUED);
    assertThat(said.moment(MOMENT.id())).contains(MOMENT.retracted());
    assertThat(said.then(MOMENT).moment(MOMENT.id())).contains(MOMENT);
    assertThat(said.then(ISSUED.retracted()).recommendation(ISSUED.id()))
        .contains(ISSUED.retracted());
    assertThat(said.recommendation("another")).isEmpty();
  }

  @Test
  void itComesBackFromTheBytesOfTheStateAndLeavesNoneBehind() {
    Said said = Said.NOTHING.then(MOMENT).then(MOMENT.retracted()).then(ISSUED);
    CustomerState state = CustomerState.EMPTY.withSaid(said);

    assertThat(CustomerState.decode(state.encode()).said()).isEqualTo(said);
    assertThat(state.withSaid(Said.NOTHING).encode()).isEqualTo(CustomerState.EMPTY.encode());
  }

  @Test
  void ofTooManyTheOldestGo() {
    Said said = Said.NOTHING;
    for (int i = 0; i <= Bounds.SAID; i++) {
      said = said.then(named(i));
    }
    assertThat(said.moments()).hasSize(Bounds.SAID);
    assertThat(said.moment("m-0")).isEmpty();
    assertThat(said.moment("m-" + Bounds.SAID)).isPresent();
  }

  private static Moment named(int number) {
    return new Moment(
        "m-" + number,
        MOMENT.status(),
        MOMENT.rule(),
        MOMENT.kind(),
        MOMENT.stage(),
        KEY,
        MOMENT.detectedAt(),
        MOMENT.severity(),
        MOMENT.evidence(),
        MOMENT.rulebook());
  }
}
