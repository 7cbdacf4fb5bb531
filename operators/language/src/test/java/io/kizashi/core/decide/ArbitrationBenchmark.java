package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.inforce.InForce;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.JavaFlightRecorderProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What one decision costs, explanation included: 20 rules, 50 actions, 50 touchpoints of history,
 * all policies. Of the actions some, or all, answer the moment that the touchpoint completes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ArbitrationBenchmark {
  private static final int RULES = 20;
  private static final int ACTIONS = 50;
  private static final int HISTORY = 50;
  private static final int TOP = 5;
  private static final long MINUTE = 60_000L;

  /** Actions that answer the moment. */
  @Param({"5", "50"})
  public int candidates;

  private InForce compiled = InForce.always(CustomerStory.compile(BigRulebook.text(1, 1)));
  private Touchpoint next = CustomerStory.touchpoint("n", "type_0", CustomerStory.START);
  private CustomerState state = CustomerState.EMPTY;

  /** Compiles the rulebook and fills the history. */
  @Setup
  public void prepare() {
    compiled = InForce.always(CustomerStory.compile(book()));
    CustomerState filled = CustomerState.EMPTY;
    for (int i = 0; i < HISTORY; i++) {
      long time = CustomerStory.START + i * MINUTE;
      Touchpoint touchpoint =
          switch (i % 5) {
            case 0 ->
                CustomerStory.touchpoint(
                    "h" + i,
                    "recommendation_outcome",
                    time,
                    "recommendation",
                    "r" + i,
                    "outcome",
                    "opened");
            case 1 ->
                CustomerStory.touchpoint(
                    "h" + i, "consent_changed", time, "purpose", "ad", "granted", true);
            default -> CustomerStory.touchpoint("h" + i, "looked", time, "v", (double) i);
          };
      filled = Decider.decide(filled, touchpoint, compiled, Long.MIN_VALUE).state();
    }
    state = CustomerState.decode(filled.encode());
    next =
        CustomerStory.touchpoint("n", "type_0", CustomerStory.START + HISTORY * MINUTE, "v", 7.0);
    Verdict verdict = Decider.decide(state, next, compiled, Long.MIN_VALUE);
    if (verdict.recommendations().size() != 1) {
      throw new IllegalStateException("nothing was decided: this would measure nothing");
    }
  }

  private String book() {
    StringBuilder text =
        new StringBuilder(
            """
            rulebook: b
            signals:
              spent: { sum: 'event.properties.v', within: 30d }
              looks: { count: 'event.type == "looked"', within: 7d }
            moments:
            """);
    for (int i = 0; i < RULES; i++) {
      text.append(
          "  m%d: { kind: drop_off, pattern: [ { event: type_%d, as: e } ] }%n".formatted(i, i));
    }
    text.append("actions:\n");
    for (int i = 0; i < ACTIONS; i++) {
      text.append(
          """
            a%d: { kind: sell, answers: [m%d], channels: [line, web], expires: 12h, when: 'signals.spent > %d', value: '%d.0 + signals.looks', weight: 1.1, content: { line: { en: 'It is {{e.properties.v}}' }, web: { en: 'It is {{e.properties.v}}' } } }
          """
              .formatted(i, i < candidates ? 0 : 1 + i % (RULES - 1), i, i));
    }
    text.append(
        """
        policies:
          tiers: [recover, serve, sell]
          guards: [ { suppress: [sell], when: 'emotion.valence < -0.3', linger: 1h }, { suppress: [sell], after: { outcome: declined, same: action }, for: 90d } ]
          caps: [ { limit: 3, per: 1d, kinds: [sell] }, { channel: line, limit: 1, per: day } ]
          quiet-hours: { from: '21:00', to: '08:00', channels: [line], then: hold }
          consent: { ad: [line] }
        """);
    return text.toString();
  }

  /** One decision. */
  @Benchmark
  public Verdict decide() {
    return Decider.decide(state, next, compiled, Long.MIN_VALUE);
  }

  /** Measures it: {@code mvn test -pl operators/core -am -Plong -Dtest=ArbitrationBenchmark}. */
  @Tag("long")
  @Test
  public void oneDecisionIsMeasured() throws RunnerException {
    new Runner(runs().forks(2).build()).run();
  }

  /** Names what costs most, in {@code target/arbitration-costs.txt}: recording slows it down. */
  @Tag("long")
  @Test
  public void whatOneDecisionCostsMostIsNamed(@TempDir Path recordings)
      throws RunnerException, IOException {
    String into = "dir=" + recordings + ";configName=profile";
    new Runner(runs().forks(1).addProfiler(JavaFlightRecorderProfiler.class, into).build()).run();
    List<String> named = new ArrayList<>();
    for (String candidates : List.of("5", "50")) {
      List<String> top = Costs.in(recordings, "candidates-" + candidates + "/").top(TOP);
      assertThat(top).as("what %s candidates cost most", candidates).hasSize(TOP);
      named.add(candidates + " candidates: " + String.join(", ", top));
    }
    Files.write(Path.of("target", "arbitration-costs.txt"), named);
  }

  private static ChainedOptionsBuilder runs() {
    return new OptionsBuilder()
        .include(ArbitrationBenchmark.class.getSimpleName())
        .warmupIterations(5)
        .warmupTime(TimeValue.seconds(2))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(1));
  }
}
