package io.kizashi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.testing.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Utf8OrderTest {
  private static final int[] POINTS = {
    'a', 'b', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF
  };

  @Test
  void textsAreOrderedAsTheirBytesAre() {
    SplittableRandom random = new SplittableRandom(Seeds.seed());
    for (int i = 0; i < 50_000; i++) {
      String a = text(random);
      String b = text(random);
      int bytes = Arrays.compareUnsigned(Samples.utf8(a), Samples.utf8(b));
      assertThat(Integer.signum(Utf8Order.compare(a, b)))
          .as("%s and %s", a, b)
          .isEqualTo(Integer.signum(bytes));
    }
  }

  @Test
  void thePlaceAfterATimeLiesBehindEveryIdAndBeforeTheNextTime() {
    Position end = Position.after(5);
    for (int point : POINTS) {
      String id = Character.toString(point).repeat(3);
      assertThat(end.isAfter(new Position(5, id))).as("U+%X", point).isTrue();
      assertThat(new Position(6, id).isAfter(end)).isTrue();
    }
    assertThat(end.isAfter(end)).isFalse();
    assertThat(new Position(Long.MIN_VALUE, "a").isAfter(Position.FIRST)).isTrue();
  }

  @Test
  void customersAreOrderedByIdAndThenCustomersBeforeGuests() {
    assertThat(CustomerKey.guest("a")).isLessThan(CustomerKey.customer("b"));
    assertThat(CustomerKey.customer("a")).isLessThan(CustomerKey.guest("a"));
  }

  @Test
  void aCustomersKeySurvivesItsText() {
    for (CustomerKey key :
        new CustomerKey[] {CustomerKey.guest("c/1"), CustomerKey.customer("a/")}) {
      assertThat(CustomerKey.parse(key.text())).isEqualTo(key);
    }
    assertThat(CustomerKey.guest("x").text()).isNotEqualTo(CustomerKey.customer("x").text());
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.appendCodePoint(POINTS[random.nextInt(POINTS.length)]);
    }
    return text.toString();
  }
}
