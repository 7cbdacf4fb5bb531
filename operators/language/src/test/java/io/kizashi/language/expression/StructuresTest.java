package io.kizashi.language.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.expression.Value;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.language.expression.ExpressionMemory.Speakable;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding.Decoded;
import io.kizashi.schema.TouchpointJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and objects among the properties can be asked; a single value they are not. */
final class StructuresTest {
  private static final String ORDER =
      """
      {"id":"o","type":"order_placed","time":"2026-03-01T10:00:00Z","customer":"c","properties":{
       "products":[{"sku":"a","qty":2,"tags":["x"]},{"sku":"b","qty":1,"tags":["x","y"]}],
       "tags":["x","y"],"sizes":[1,2],"address":{"city":"Tokyo","lines":["1-1","Chiyoda"]},
       "none":[],"note":"x","total":3}}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.properties.products.size() > 1",
        "size(event.properties.products) == 2",
        "event.properties.none.size() == 0",
        "event.properties.tags.exists(t, t == 'x')",
        "event.properties.tags.all(t, t == 'x' || t == 'y')",
        "'x' in event.properties.tags",
        "!('z' in event.properties.tags)",
        "'city' in event.properties.address",
        "2 in event.properties.sizes",
        "2.0 in event.properties.sizes",
        "event.properties.sizes[1] == 2",
        "event.properties.sizes[0] + event.properties.sizes[1] == event.properties.total",
        "event.properties.products[0].sku == 'a'",
        "event.properties.products.exists(p, p.qty > 1 && p.sku == 'a')",
        "event.properties.products.all(p, p.tags.exists(t, t == 'x'))",
        "event.properties.products.filter(p, 'y' in p.tags).size() == 1",
        "event.properties.address.city == 'Tokyo'",
        "event.properties.address.lines[1].startsWith('Chi')",
        "has(event.properties.address.city) && !has(event.properties.address.zip)",
        "event.properties.tags == ['x', 'y']",
        "event.properties.tags == event.properties.products[1].tags",
        "event.properties.tags != event.properties.note",
        "event.properties.zip.size() > 1 || event.properties.tags.size() > 1",
      })
  void whatTheySayCanBeAsked(String condition) {
    Misses misses = new Misses();
    assertThat(condition(condition).test(order(), misses)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.properties.gone.size() > 1",
        "event.properties.gone.exists(t, t == 'x')",
        "'x' in event.properties.gone",
        "!('x' in event.properties.gone)",
        "event.properties.gone[0] == 'x'",
        "event.properties.gone.city == 'Tokyo'",
        "event.properties.address.zip == '100'",
        "event.properties.address.zip.part == '100'",
        "event.properties.products[2].sku == 'a'",
        "event.properties.products[0].name == 'a'",
      })
  void whatIsMissingMakesAConditionFalseAndIsCounted(String condition) {
    assertMissing(condition);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.properties.tags > 2",
        "event.properties.tags.startsWith('x')",
        "event.properties.tags.city == 'Tokyo'",
        "event.properties.address[0] == 'Tokyo'",
        "'x' in event.properties.note",
        "event.properties.note.exists(t, t == 'x')",
        "event.properties.total.size() > 1",
        "event.properties.tags.exists(t, t > 1)",
        "event.properties.tags + 1.0 > 2.0",
        "event.properties.tags",
      })
  void whatIsOfAnotherKindMakesAConditionFalseAndIsCounted(String condition) {
    assertMissing(condition);
  }

  private static void assertMissing(String condition) {
    // What is under an || is not looked for before.
    for (String form : List.of(condition, "(" + condition + ") || event.id == 'none'")) {
      Misses misses = new Misses();
      assertThat(condition(form).test(order(), misses)).as(form).isFalse();
      boolean isNoTruth = condition.equals("event.properties.tags") && form.equals(condition);
      assertThat(misses.count()).as(form).isEqualTo(isNoTruth ? 0 : 1);
    }
  }

  @Test
  void whereASingleValueIsWantedAListIsNone() {
    for (ValueKind kind : List.of(ValueKind.NUMBER, ValueKind.TEXT, ValueKind.SCALAR)) {
      for (String name : List.of("tags", "address", "none")) {
        Misses misses = new Misses();
        assertThat(value("event.properties." + name, kind).of(order(), misses)).isEmpty();
        assertThat(misses.count()).isEqualTo(1);
      }
    }
    assertThat(value("event.properties.tags.size()", ValueKind.NUMBER).of(order(), new Misses()))
        .isEqualTo(Optional.of(2.0));
  }

  private static Condition condition(String text) {
    return compiled(compiler().condition(scalar(text), Scope.EVENT, new Problems()), text);
  }

  private static Value value(String text, ValueKind kind) {
    return compiled(compiler().value(scalar(text), Scope.EVENT, kind, new Problems()), text);
  }

  private static <T> T compiled(Optional<T> expression, String text) {
    return expression.orElseThrow(() -> new AssertionError("can't be compiled: " + text));
  }

  private static ExpressionCompiler compiler() {
    return new ExpressionCompiler(
        Speakable.NOTHING, Places.of((YamlNode) scalar("")), new ExpressionMemory());
  }

  private static Scalar scalar(String text) {
    return new Scalar(new Mark("rules.yaml", 1, 1, text), text, false);
  }

  private static Bindings order() {
    byte[] record = ORDER.getBytes(StandardCharsets.UTF_8);
    Decoded order = (Decoded) TouchpointJson.decode(record, 0, Bounds.LATEST);
    return Bindings.none().event(new TouchpointView(order.touchpoint()));
  }
}
