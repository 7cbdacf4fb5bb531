package io.kizashi.language.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.rules.MomentRule;
import io.kizashi.language.asked.PropertyKind;
import io.kizashi.language.plan.TrackingPlan.Property;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.Compilation.Compiled;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrackingPlanTest {
  private static final String RULES =
      """
      rulebook: shop
      moments:
        left: { kind: drop_off, pattern: [ { event: cart_updated, where: 'WHERE' } ] }
      """;

  private static final String PLAN =
      """
      events:
        cart_updated:
          needed: { cartValue: number, address.city: text }
          optional: { box: object, crate: object, crate.lid: text, shape: any, items: list }
      """;

  private static Compilation compile(String where, String plan) {
    return RulebookCompiler.compile(
        new RulebookDocument("rules.yaml", 1, RULES.replace("WHERE", where) + plan));
  }

  private static List<String> codes(String where) {
    return compile(where, PLAN).problems().stream()
        .map(Problem::code)
        .filter(it -> !it.equals("moment_without_action"))
        .toList();
  }

  private static Optional<PropertyKind> kind(String property) {
    TrackingPlan plan =
        ((Compiled) compile("true || event.case == \"a\"", PLAN)).plan().orElseThrow();
    return Optional.ofNullable(plan.types().get("cart_updated"))
        .flatMap(it -> it.property(property))
        .flatMap(Property::kind);
  }

  @Test
  void whatHoldsOthersIsAnObject() {
    assertThat(kind("address")).contains(PropertyKind.OBJECT);
    assertThat(codes("event.properties.address == \"x\"")).containsExactly("unplanned_kind");
    assertThat(codes("event.properties.address.city == \"x\"")).isEmpty();
  }

  @Test
  void anObjectThatIsSaidInPartHoldsNothingElse() {
    assertThat(codes("event.properties.address.zip == \"x\""))
        .containsExactly("unplanned_property");
    assertThat(codes("event.properties.crate.lid == \"x\"")).isEmpty();
    assertThat(codes("event.properties.crate.bottom == \"x\""))
        .containsExactly("unplanned_property");
  }

  @Test
  void anObjectOfWhichNothingIsSaidMayHoldAnything() {
    assertThat(codes("event.properties.box.lid.open == \"x\"")).isEmpty();
    assertThat(codes("event.properties.shape.sides > 3")).isEmpty();
    assertThat(codes("event.properties.shape > 3")).isEmpty();
  }

  @Test
  void nothingLiesInsideANumberOrAList() {
    assertThat(codes("event.properties.cartValue.yen > 3")).containsExactly("unplanned_property");
    assertThat(codes("event.properties.items.first > 3")).containsExactly("unplanned_property");
  }

  @Test
  void whatTheContractReservesNeedsNoPlace() {
    assertThat(codes("event.properties.cartValue > 3 || event.text == \"x\"")).isEmpty();
    String survey =
        """
          asked: { kind: drop_off, pattern: [ { event: survey_answered, where: 'event.properties.score <= 3' } ] }
        """;
    assertThat(compile("event.properties.cartValue > 3", survey + PLAN))
        .isInstanceOf(Compiled.class);
  }

  @Test
  void aPlanChangesNoRule() {
    String where = "event.properties.cartValue > 3";
    Compiled with = (Compiled) compile(where, PLAN);
    Compiled without = (Compiled) compile(where, "");
    assertThat(with.rules().moments())
        .extracting(MomentRule::definition)
        .isEqualTo(without.rules().moments().stream().map(MomentRule::definition).toList());
    assertThat(without.plan()).isEmpty();
  }

  @Test
  void aPlanThatCantBeReadAccusesNoRule() {
    String broken = PLAN.replace("cartValue: number", "cartValue: nmber");
    assertThat(compile("event.properties.cartValue > 3", broken).problems())
        .extracting(Problem::code)
        .containsExactly("unknown_word");
  }

  @Test
  void aPlanIsBounded() {
    String types =
        IntStream.rangeClosed(0, 1_000)
            .mapToObj("  t%d: {}\n"::formatted)
            .collect(Collectors.joining("", "events:\n", ""));
    String properties =
        IntStream.rangeClosed(0, 1_000)
            .mapToObj("      p%d: text\n"::formatted)
            .collect(Collectors.joining("", "events:\n  cart_updated:\n    needed:\n", ""));
    for (String plan : List.of(types, properties)) {
      assertThat(compile("event.properties.cartValue > 3", plan).problems())
          .extracting(Problem::code)
          .containsExactly("out_of_bounds");
    }
  }
}
