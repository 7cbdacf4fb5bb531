package io.kizashi.schema.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiteralsTest {
  @Test
  void aConstantIsFoundByItsLiteralAndNothingElseIs() {
    Literals<Integer, String> lengths = Literals.of(List.of("a", "bb"), String::length);
    assertThat(lengths.find(2)).contains("bb");
    assertThat(lengths.find(3)).isEmpty();
  }

  @Test
  void aLiteralThatStandsForTwoConstantsIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Literals.of(List.of("a", "b"), String::length));
  }
}
