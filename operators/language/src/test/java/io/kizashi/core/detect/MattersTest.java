package io.kizashi.core.detect;

import static io.kizashi.core.CustomerWorld.at;
import static io.kizashi.core.CustomerWorld.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.CustomerWorld;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attempts of different matters neither replace nor end each other; seconds after the start. */
final class MattersTest {
  private static List<String> left(String by, String pattern, Touchpoint... touchpoints) {
    Rules rules =
        rules(
            """
            rulebook: r
            disorder: 10s
            moments:
              m: { kind: drop_off, %s pattern: [ %s ] }
            """
                .formatted(by, pattern));
    MomentRule rule = rules.moment("m").orElseThrow();
    return new Detector(CustomerWorld.of(rules, touchpoints))
        .matches(rule, Time.FROM_EVER).stream().map(match -> match.anchor().id()).toList();
  }

  private static final String CART = "by: 'event.properties.cart',";
  private static final String SILENT = "{ event: cart }, { absence: order, for: 1m }";

  @Test
  void withoutMattersTheNewerReplacesTheOlder() {
    assertThat(
            left(
                "", SILENT, at(0, "cart", "a", "cart", "red"), at(10, "cart", "b", "cart", "blue")))
        .containsExactly("b");
  }

  @Test
  void twoCartsAreFollowedSideBySide() {
    assertThat(
            left(
                CART,
                SILENT,
                at(0, "cart", "a", "cart", "red"),
                at(10, "cart", "b", "cart", "blue"),
                at(20, "cart", "c", "cart", "red"),
                at(30, "order", "d", "cart", "blue")))
        .containsExactly("c");
  }

  @Test
  void whatNamesNoMatterIsAboutAll() {
    assertThat(
            left(
                CART,
                SILENT,
                at(0, "cart", "a", "cart", "red"),
                at(10, "cart", "b", "cart", "blue"),
                at(20, "order", "c")))
        .isEmpty();
  }

  @Test
  void anAnchorThatNamesNoMatterHasOneOfItsOwn() {
    assertThat(
            left(
                CART,
                SILENT,
                at(0, "cart", "a"),
                at(10, "cart", "b"),
                at(20, "order", "c", "cart", "red")))
        .containsExactly("a", "b");
    assertThat(left(CART, SILENT, at(0, "cart", "a"), at(20, "order", "c"))).isEmpty();
  }

  @Test
  void onlyWhatHasComeAsFarReplaces() {
    String form = "{ event: one }, { event: two, within: 1h }, { absence: sent, for: 1m }";
    assertThat(left("", form, at(0, "one", "a"), at(10, "two", "b"), at(20, "one", "c")))
        .as("back to step 1 and away")
        .containsExactly("a");
    assertThat(
            left(
                "",
                form,
                at(0, "one", "a"),
                at(10, "two", "b"),
                at(20, "one", "c"),
                at(30, "two", "d")))
        .as("and on to step 2 again")
        .containsExactly("c");
  }

  @Test
  void anInstantBreaksTheSilenceThatBeginsInItWhateverTheIds() {
    for (String id : List.of("a", "z")) {
      assertThat(left("", SILENT, at(0, "cart", "m"), at(0, "order", id))).isEmpty();
    }
    assertThat(left("", "{ event: cart }, { absence: cart, for: 1m }", at(0, "cart", "m")))
        .as("but not by itself")
        .containsExactly("m");
  }
}
