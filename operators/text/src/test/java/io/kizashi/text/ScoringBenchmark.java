package io.kizashi.text;

import java.util.List;
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

/** How many texts one core scores in a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ScoringBenchmark {
  private static final int LONG = 10_000;

  /** The labelled sentences of a language, or one text of 10,000 characters. */
  @Param({"en", "ja", "long en", "long ja", "long emoji"})
  public String texts = "en";

  private final LexiconScorer scorer = new LexiconScorer();
  private List<String> all = List.of();
  private int turn;

  /** Gathers the texts. */
  @Setup
  public void prepare() {
    all =
        switch (texts) {
          case "long en" -> List.of(longText(sentences("en")));
          case "long ja" -> List.of(longText(sentences("ja")));
          case "long emoji" -> List.of(longText("😡😊"));
          default -> LabelledSentence.of(texts).stream().map(LabelledSentence::text).toList();
        };
  }

  private static String sentences(String language) {
    return String.join(
        " ", LabelledSentence.of(language).stream().map(LabelledSentence::text).toList());
  }

  private static String longText(String text) {
    return text.repeat(LONG / text.length() + 1).substring(0, LONG);
  }

  /** One text. */
  @Benchmark
  public Optional<Scored> score() {
    return scorer.score(all.get(turn++ % all.size()), "");
  }

  /** Runs it and prints the table: {@code mvn -pl operators/text -am test -Plong}. */
  @Tag("long")
  @Test
  public void textsASecondAreStated() throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(ScoringBenchmark.class.getSimpleName())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .build())
        .run();
  }
}
