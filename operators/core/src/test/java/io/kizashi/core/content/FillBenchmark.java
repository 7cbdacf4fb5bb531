package io.kizashi.core.content;

import java.util.Map;
import java.util.Optional;
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

/** What one message with three values costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FillBenchmark {
  private static final int MOST = 5_000;

  /** What the text among the values is. */
  @Param({"ascii", "kana", "emoji", "decomposed", "8 KiB", "too long"})
  public String text = "";

  private Template template = new Template.Builder().build();
  private String value = "";
  private int most;

  /** Puts the template and the value together. */
  @Setup
  public void prepare() {
    Template.Builder builder = new Template.Builder();
    builder.words("カートに");
    builder.place("items");
    builder.words("点（");
    builder.place("what");
    builder.words("、合計");
    builder.place("sum");
    builder.words("円）が残っています。");
    template = builder.build();
    most = text.equals("too long") ? 100 : MOST;
    value =
        switch (text) {
          case "kana" -> "ランニングシューズ";
          case "emoji" -> "スニーカー" + Hostile.FAMILY + Hostile.JAPAN;
          case "decomposed" -> "か\u3099くせい e\u0301tudiant";
          case "8 KiB" -> Hostile.FAMILY.repeat(750);
          case "too long" -> "あ".repeat(500);
          default -> "running shoes";
        };
  }

  /** Values are cleaned and put in. */
  @Benchmark
  public Optional<String> fill() {
    Map<String, Filling> fillings =
        Map.of(
            "items", Filling.of(3.0).orElseThrow(),
            "what", Filling.of(value).orElseThrow(),
            "sum", Filling.of(5_400.5).orElseThrow());
    return template.fill(fillings, most, false);
  }

  /** Runs it and prints the table: {@code mvn -pl operators/core -am test -Plong}. */
  @Tag("long")
  @Test
  public void costsAreStatedByText() throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(FillBenchmark.class.getSimpleName())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(500))
                .build())
        .run();
  }
}
