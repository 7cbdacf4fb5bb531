package io.kizashi.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kizashi.cli.CommandRun;
import io.kizashi.core.decide.Decider;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.Position;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.TouchpointJson;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.testing.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recency, frequency and monetary value of a real shop's customers, at any time. */
class RfmTest {
  private static final int TIMES = 10;
  private static final Instant FIRST = Instant.parse("2010-12-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2011-12-10T00:00:00Z");

  private final Path folder;

  RfmTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void signalsOverAYearAreThoseOfPlainJavaForEveryCustomerAtTenRandomTimes() throws IOException {
    Path file = RealData.require("online_retail_uci352.csv.xz");
    Map<String, List<RetailTruth.Invoice>> truth = RetailTruth.purchases(file);
    Rules rules = rules();
    List<Long> times = times();
    int compared = 0;
    for (Map.Entry<String, List<Touchpoint>> customer : touchpoints(file).entrySet()) {
      List<RetailTruth.Invoice> invoices = truth.getOrDefault(customer.getKey(), List.of());
      CustomerState state = CustomerState.EMPTY;
      int next = 0;
      for (long time : times) {
        for (; next < customer.getValue().size(); next++) {
          Touchpoint touchpoint = customer.getValue().get(next);
          if (touchpoint.time() > time) {
            break;
          }
          byte[] kept =
              Decider.decide(state, touchpoint, InForce.always(rules), touchpoint.time())
                  .state()
                  .encode();
          state = CustomerState.decode(kept);
        }
        assertThat(state.history().count()).isLessThan(50);
        compare(customer.getKey(), time, signals(state, rules, time), invoices);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(43_000);
  }

  private static void compare(
      String customer, long time, Map<?, ?> signals, List<RetailTruth.Invoice> invoices) {
    long year = Duration.ofDays(365).toMillis();
    List<RetailTruth.Invoice> inYear =
        invoices.stream().filter(i -> i.time() <= time && i.time() > time - year).toList();
    String where = "customer " + customer + " at " + Instant.ofEpochMilli(time);
    assertThat(signals.get("frequency")).as(where).isEqualTo((double) inYear.size());
    assertThat((Double) signals.get("monetary"))
        .as(where)
        .isCloseTo(inYear.stream().mapToDouble(i -> i.total().doubleValue()).sum(), within(1e-6));
    assertThat(signals.containsKey("recency")).as(where).isEqualTo(before(invoices, time) > 0);
    if (before(invoices, time) > 0) {
      assertThat(signals.get("recency"))
          .as(where)
          .isEqualTo(Duration.ofMillis(time - before(invoices, time)));
    }
  }

  /** Time of the newest purchase up to a time, or 0. */
  private static long before(List<RetailTruth.Invoice> invoices, long time) {
    return invoices.stream()
        .mapToLong(RetailTruth.Invoice::time)
        .filter(bought -> bought <= time)
        .max()
        .orElse(0);
  }

  private static Map<?, ?> signals(CustomerState state, Rules rules, long time) {
    return (Map<?, ?>)
        World.of(state, rules, new Misses()).at(Position.after(time)).find("signals").orElseThrow();
  }

  private static List<Long> times() {
    Random random = new Random(Seeds.seed());
    return Stream.generate(() -> random.nextLong(FIRST.toEpochMilli(), LAST.toEpochMilli()))
        .limit(TIMES)
        .sorted()
        .toList();
  }

  private Map<String, List<Touchpoint>> touchpoints(Path file) throws IOException {
    Path events = folder.resolve("events.jsonl");
    CommandRun run =
        CommandRun.of(
            "import",
            "--mapping",
            "online-retail",
            "--in",
            file.toString(),
            "--out",
            events.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    Map<String, List<Touchpoint>> byCustomer = new TreeMap<>();
    try (Stream<String> lines = Files.lines(events)) {
      lines.forEach(
          line -> {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            Decoding decoding = TouchpointJson.decode(bytes, 0, Long.MAX_VALUE);
            Touchpoint touchpoint = ((Decoding.Decoded) decoding).touchpoint();
            byCustomer
                .computeIfAbsent(touchpoint.cameUnder().id(), c -> new ArrayList<>())
                .add(touchpoint);
          });
    }
    return byCustomer;
  }

  private static Rules rules() throws IOException {
    try (var in = Objects.requireNonNull(RfmTest.class.getResourceAsStream("rfm.yaml"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Compilation compiled = RulebookCompiler.compile(new RulebookDocument("rfm.yaml", 1, text));
      assertThat(compiled.problems()).as(describe(compiled)).hasSize(1);
      return ((Compilation.Compiled) compiled).rules();
    }
  }

  private static String describe(Compilation compilation) {
    return compilation.problems().stream()
        .map(problem -> problem.render())
        .collect(Collectors.joining("\n"));
  }
}
