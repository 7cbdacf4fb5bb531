package io.kizashi.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BenchTest {
  @Test
  @Timeout(180)
  void everyContenderIsMeasured() {
    List<String> steps = new ArrayList<>();
    BenchPlan plan = new BenchPlan(5_000, 100, 1, 1, 200, 1);
    try (Bench bench = new Bench(plan, steps::add)) {
      assertThat(bench.throughput())
          .containsOnlyKeys("Flink identity", "RocksDB read-modify-write", "product")
          .allSatisfy((title, t) -> assertThat(t.perSecond()).isPositive())
          .allSatisfy((title, t) -> assertThat(t.perCpuSecond()).isPositive());
      assertThat(bench.latency())
          .containsOnlyKeys("plain relay", "product")
          .allSatisfy((title, l) -> assertThat(l.p50()).isPositive().isLessThanOrEqualTo(l.p99()))
          .allSatisfy((title, l) -> assertThat(l.p999()).isLessThanOrEqualTo(l.most()));
    }
    assertThat(steps).hasSize(6);
  }
}
