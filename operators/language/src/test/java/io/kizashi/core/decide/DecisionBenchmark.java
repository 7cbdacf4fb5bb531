package io.kizashi.core.decide;

import io.kizashi.core.inforce.InForce;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What one touchpoint costs: read the state, decide, write the state. Each type has ten rules that
 * start, break or look at it, whether the rulebook has 20 rules over 2 types or 2,000 over 200.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionBenchmark {
  private static final int RULES_A_TYPE = 10;
  private static final int TOUCHPOINTS = 256;
  private static final long MINUTE = 60_000L;

  /** Touchpoints that the customer's history holds. */
  @Param({"10", "50", "200"})
  public int history;

  /** Rules of the rulebook. */
  @Param({"20", "2000"})
  public int rules;

  private final Random random = new Random(7);
  private final Touchpoint[] next = new Touchpoint[TOUCHPOINTS];
  private InForce compiled = InForce.always(CustomerStory.compile(BigRulebook.text(1, 1)));
  private byte[] state = new byte[0];
  private int turn;

  /** Compiles the rulebook and fills the history. */
  @Setup
  public void prepare() {
    int types = rules / RULES_A_TYPE;
    compiled = InForce.always(CustomerStory.compile(BigRulebook.text(rules, types)));
    CustomerState filled = CustomerState.EMPTY;
    for (int i = 0; i < history; i++) {
      Touchpoint touchpoint = touchpoint("h" + i, types, i);
      filled = Decider.decide(filled, touchpoint, compiled, Long.MIN_VALUE).state();
    }
    state = filled.encode();
    for (int i = 0; i < next.length; i++) {
      next[i] = touchpoint("n" + i, types, history + i);
    }
  }

  private Touchpoint touchpoint(String id, int types, long minute) {
    // The same few types of many: a customer's history is about little at a time.
    String type = BigRulebook.type(random.nextInt(Math.min(types, 2)));
    long time = CustomerStory.START + minute * MINUTE;
    double value = random.nextInt(10);
    return CustomerStory.touchpoint(
        id, type, time, "v", value, "w", random.nextBoolean() ? "x" : "y");
  }

  /** One touchpoint. */
  @Benchmark
  public byte[] decide() {
    Touchpoint touchpoint = next[turn++ % next.length];
    CustomerState read = CustomerState.decode(state);
    return Decider.decide(read, touchpoint, compiled, Long.MIN_VALUE).state().encode();
  }

  /** Runs it and prints the table: {@code mvn -pl operators/core -am test -Plong}. */
  @Tag("long")
  @Test
  public void costsAreStatedByHistoryAndByRules() throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(DecisionBenchmark.class.getSimpleName())
                .forks(2)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .build())
        .run();
  }
}
