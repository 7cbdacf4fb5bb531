package io.kizashi.pipeline;

import io.kizashi.flink.Count;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What a replay left behind. */
record Replayed(Path out, Map<String, Object> counts) {
  static Replayed of(ReplaySpec spec, int parallelism) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(Environments.replay(parallelism));
    ReplayPipeline.build(env, spec);
    return new Replayed(spec.out(), env.execute("replay").getAllAccumulatorResults());
  }

  long count(Count count) {
    return count.in(counts);
  }

  /** In an order of their own: which task writes what is Flink's choice. */
  List<String> lines(String output) throws IOException {
    try (Stream<Path> parts = Files.list(out.resolve(output))) {
      List<String> lines = new ArrayList<>();
      for (Path part : parts.toList()) {
        lines.addAll(Files.readAllLines(part));
      }
      return lines.stream().sorted().toList();
    }
  }
}
