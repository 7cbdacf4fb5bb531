package io.kizashi.oracle.moments;

import io.kizashi.oracle.story.Yaml;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A signal of a random rulebook that is a length of time. */
sealed interface TimedSignal extends RandomSignal {
  /** The time since the newest that fits. */
  record Since(Expr fits) implements TimedSignal {
    @Override
    public String yaml(RandomScope scope) {
      return "{ since: '" + fits.cel(scope) + "' }";
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      return SignalRow.of(world, Expr.Constant.TRUE, fits).stream()
          .reduce((a, b) -> b)
          .map(row -> Duration.ofMillis(world.now() - row.touchpoint().time()));
    }
  }

  /**
   * The middle one of the times between the last few that fit.
   *
   * @param last how many of them; 5 is not written
   * @param within how old they may be; empty where they may be of any age
   */
  record Rhythm(Expr fits, int last, Optional<Long> within) implements TimedSignal {
    @Override
    public String yaml(RandomScope scope) {
      String few = last == 5 ? "" : ", last: " + last;
      String window = within.map(span -> ", within: " + Yaml.span(span)).orElse("");
      return "{ interval: '" + fits.cel(scope) + "'" + few + window + " }";
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      List<Long> times =
          new ArrayList<>(
              SignalRow.of(world, Expr.Constant.TRUE, fits).stream()
                  .map(row -> row.touchpoint().time())
                  .filter(t -> within.isEmpty() || world.now() - t < within.get())
                  .toList());
      while (times.size() > last) {
        times.remove(0);
      }
      List<Long> gaps = new ArrayList<>();
      for (int i = 0; i + 1 < times.size(); i++) {
        gaps.add(times.get(i + 1) - times.get(i));
      }
      gaps.sort(Long::compare);
      while (gaps.size() > 2) {
        gaps.remove(gaps.size() - 1);
        gaps.remove(0);
      }
      return gaps.isEmpty()
          ? Optional.empty()
          : Optional.of(Duration.ofMillis(gaps.stream().mapToLong(g -> g).sum() / gaps.size()));
    }
  }
}
