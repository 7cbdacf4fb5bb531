package io.kizashi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.testing.Seeds;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaidJsonTest {
  private static final int CASES = 500;

  @Test
  void whatIsWrittenIsReadBackButForItsReasoning() {
    for (CustomerKey key : new CustomerKey[] {CustomerKey.customer("客"), CustomerKey.guest("g")}) {
      Moment moment = Samples.moment(key, "purchase");
      Recommendation issued = Samples.recommendation(key);

      assertThat(SaidJson.moment(OutputJson.encode(moment))).contains(moment);
      assertThat(SaidJson.moment(OutputJson.encode(moment.retracted())))
          .contains(moment.retracted());
      assertThat(SaidJson.recommendation(OutputJson.encode(issued)))
          .contains(issued.withoutReasoning());
      assertThat(SaidJson.recommendation(OutputJson.encode(issued.retracted())))
          .contains(issued.retracted());
    }
  }

  @Test
  void randomRecordsAreReadBack() {
    RandomNouns nouns = new RandomNouns(Seeds.seed());
    for (int i = 0; i < CASES; i++) {
      Recommendation said = nouns.recommendation();

      assertThat(SaidJson.recommendation(OutputJson.encode(said)))
          .as("kizashi.seed=%d number %d", Seeds.seed(), i)
          .contains(said.withoutReasoning());
    }
  }

  @Test
  void oneKindIsNotTakenForTheOther() {
    CustomerKey key = CustomerKey.customer("c-1");

    assertThat(SaidJson.moment(OutputJson.encode(Samples.recommendation(key)))).isEmpty();
    assertThat(SaidJson.recommendation(OutputJson.encode(Samples.moment(key, "")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{}", "null", "{\"id\":\"x\",\"status\":\"issued\"}"})
  void whatTheEngineDidNotWriteIsNothing(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(SaidJson.moment(bytes)).isEmpty();
    assertThat(SaidJson.recommendation(bytes)).isEmpty();
  }
}
