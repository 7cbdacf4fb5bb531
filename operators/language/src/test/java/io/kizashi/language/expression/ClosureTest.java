package io.kizashi.language.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.runtime.CelEvaluationException;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Facts;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.language.closure.Closure;
import io.kizashi.language.expression.ExpressionMemory.Speakable;
import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import io.kizashi.testing.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A closure gives what the interpreter gives, or nothing. */
class ClosureTest {
  private static final int CASES = 4_000;

  private static final List<Object> SCALARS =
      List.of(0.0, -0.0, 1.0, 3.5, 1e300, Double.POSITIVE_INFINITY, "", "a", "ab", "😀", "A", true);

  private static final List<Object> DATES =
      List.of("2000-02-29", "2000-02-28", "2026-02-28", "2026-03-01", "2026-02-30", "", 3.5);

  private final CelDialect dialect =
      new CelDialect(
          new Structures(
              new Speakable(
                  Map.of(
                      "count",
                      ValueKind.NUMBER,
                      "last",
                      ValueKind.SCALAR,
                      "since",
                      ValueKind.DURATION),
                  Set.of("vip"),
                  Set.of())));

  @Test
  void aClosureGivesWhatTheInterpreterGives() {
    int accepted = 0;
    int answered = 0;
    for (long seed = Seeds.seed(); seed < Seeds.seed() + CASES; seed++) {
      Optional<CelAbstractSyntaxTree> ast = checked(new RandomExpression(seed).condition());
      Optional<Closure> closure = ast.flatMap(it -> Closure.of(it, TimeLiterals::length));
      if (closure.isPresent()) {
        accepted++;
        Bindings bindings = bindings(new Random(seed));
        Object value = closure.get().of(bindings);
        if (value != Closure.UNKNOWN) {
          answered++;
          assertThat(interpreted(ast.get(), bindings))
              .as("%s, %s", ast.get().getSource().getContent(), seed)
              .contains(value);
        }
      }
    }
    assertThat(accepted).isGreaterThan(CASES / 4);
    assertThat(answered).isGreaterThan(accepted / 4);
  }

  @Test
  void formsThatRulesUseAreAnsweredWithoutTheInterpreter() {
    Bindings bindings = bindings(new Random(1), 3.5, "a");
    for (String common :
        List.of(
            "event.properties.n >= 3.0 && event.channel == \"web\"",
            "event.type in [\"clicked\", \"page_viewed\"]",
            "has(event.properties.n) ? event.properties.n * 2.0 < 9.0 : false",
            "signals.since < duration(\"72h\") || segments.vip",
            "event.text.matches(\"(?i)help\") || size(event.text) > 2",
            "signals.count + 1.0 > 0.5 && !(emotion.valence < -0.5)",
            "now - event.time < hours(2) || event.time > now",
            "years(event.properties.day) >= 18")) {
      Closure closure =
          checked(common).flatMap(it -> Closure.of(it, TimeLiterals::length)).orElseThrow();
      assertThat(closure.of(bindings)).as(common).isInstanceOf(Boolean.class);
    }
  }

  @Test
  void numbersAreEqualWhateverTheirKindAndSign() {
    Bindings bindings = bindings(new Random(1), -0.0, "a");
    for (String equal :
        List.of("event.properties.n == 0.0", "size(event.text) >= 6.0", "2 >= 2.0")) {
      CelAbstractSyntaxTree ast = checked(equal).orElseThrow();
      Closure closure = Closure.of(ast, TimeLiterals::length).orElseThrow();
      assertThat(interpreted(ast, bindings)).as(equal).contains(true);
      assertThat(closure.of(bindings)).as(equal).isEqualTo(true);
    }
  }

  @Test
  void wholeNumbersAreDoublesWhereverNumbersAre() {
    Bindings bindings = bindings(new Random(1), -0.0, "a");
    for (String holds :
        List.of(
            "event.properties.n == 0",
            "0 == event.properties.n",
            "event.properties.n + 1 == 1",
            "signals.count != -1",
            "signals.count * 2 >= 0 && max(signals.count, 3) >= 3",
            "emotion.valence != 7",
            "size(event.text) == 6 && size(event.text) == 6.0",
            "event.values.size() * 2 == 2",
            "(segments.vip ? 1 : 2.0) > 0")) {
      CelAbstractSyntaxTree ast = checked(holds).orElseThrow();
      assertThat(interpreted(ast, bindings)).as(holds).contains(true);
      Closure closure = Closure.of(ast, TimeLiterals::length).orElseThrow();
      assertThat(closure.of(bindings)).as(holds).isEqualTo(true);
    }
    for (String holds :
        List.of(
            "signals.count in [0, 1, 2.0, 3]",
            "event.properties.n in [0, 1]",
            "event.properties.list[1] == \"a\"",
            "event.values[segments.vip ? 0 : 0] == \"a\"",
            "string(size(event.values)) == \"1\"",
            "event.values.exists_one(v, v == \"a\")")) {
      assertThat(checked(holds).flatMap(ast -> interpreted(ast, bindings)))
          .as(holds)
          .contains(true);
    }
  }

  @Test
  void aWholeNumberThatNoDoubleIsEqualToIsNotRounded() {
    assertThat(checked("signals.count == 9007199254740992")).isPresent();
    assertThat(checked("signals.count == 9007199254740993")).isEmpty();
  }

  @Test
  void whatIsRareIsLeftToTheInterpreter() {
    assertThat(
            checked("event.values.exists(v, v == \"a\")")
                .flatMap(it -> Closure.of(it, TimeLiterals::length)))
        .isEmpty();
  }

  private Optional<CelAbstractSyntaxTree> checked(String text) {
    CelValidationResult result = dialect.check(text, Scope.step(List.of()));
    try {
      return result.hasError() ? Optional.empty() : Optional.of(result.getAst());
    } catch (CelValidationException e) {
      throw new AssertionError(text, e);
    }
  }

  private Optional<Object> interpreted(CelAbstractSyntaxTree ast, Bindings bindings) {
    try {
      return Optional.of(dialect.program(ast).eval(bindings::find));
    } catch (CelEvaluationException e) {
      return Optional.empty();
    }
  }

  private static Bindings bindings(Random random) {
    return bindings(random, scalar(random), scalar(random));
  }

  private static Bindings bindings(Random random, Object n, Object s) {
    Map<String, Object> properties =
        Map.of(
            "n",
            n,
            "s",
            s,
            "b",
            random.nextBoolean(),
            "list",
            List.of(scalar(random), "a"),
            "day",
            "2000-02-29",
            "o",
            Map.of("n", scalar(random)));
    Map<String, Object> known =
        Map.of(
            "customer",
                Map.of("n", scalar(random), "s", scalar(random), "birthday", any(DATES, random)),
            "local", Map.of("date", "2026-02-28"),
            "signals",
                Map.of(
                    "count", (double) random.nextInt(4),
                    "last", scalar(random),
                    "since", Duration.ofMinutes(random.nextInt(20_000))),
            "segments", Map.of("vip", random.nextBoolean()),
            "emotion", Map.of("valence", random.nextInt(3) - 1.0),
            "now", Instant.ofEpochMilli(random.nextInt()));
    Facts facts = name -> Optional.ofNullable(known.get(name));
    return Bindings.none().event(new TouchpointView(touchpoint(properties))).at(facts);
  }

  private static Object scalar(Random random) {
    return any(SCALARS, random);
  }

  private static Object any(List<Object> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static Touchpoint touchpoint(Map<String, Object> properties) {
    Setting setting = new Setting("web", "", "", "", "", "", "", "", "", List.of("a"));
    return new Touchpoint(
        "t1",
        "clicked",
        1_000,
        CustomerKey.customer("c-1"),
        Actor.CUSTOMER,
        setting,
        Optional.empty(),
        "help 😀",
        properties,
        1_000);
  }
}
