package io.kizashi.oracle.moments;

import io.kizashi.oracle.story.Yaml;
import io.kizashi.schema.Utf8Order;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A signal of a random rulebook. */
sealed interface RandomSignal
    permits RandomSignal.Count,
        RandomSignal.Window,
        RandomSignal.Latest,
        RandomSignal.Decay,
        RandomSignal.Top,
        RandomSignal.Open,
        TimedSignal {
  /** As the rulebook writes it. */
  String yaml(RandomScope scope);

  /** Its value at a place. */
  Optional<Object> value(NaiveWorld world);

  /** How many fit in a window. */
  record Count(Expr fits, long within) implements RandomSignal {
    @Override
    public String yaml(RandomScope scope) {
      return "{ count: '" + fits.cel(scope) + "', within: " + Yaml.span(within) + " }";
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      Stream<SignalRow> rows = SignalRow.of(world, Expr.Constant.TRUE, fits).stream();
      return Optional.of(
          (double) rows.filter(r -> r.touchpoint().time() > world.now() - within).count());
    }
  }

  /** What the values in a window come to. */
  record Window(Kind kind, Expr of, Expr where, long within) implements RandomSignal {
    /** How they come to it. */
    enum Kind {
      SUM("sum"),
      MEAN("mean"),
      MIN("min"),
      MAX("max"),
      DISTINCT("distinct");

      private final String word;

      Kind(String word) {
        this.word = word;
      }

      /** As rulebooks spell it. */
      String word() {
        return word;
      }
    }

    @Override
    public String yaml(RandomScope scope) {
      String window = ", within: " + Yaml.span(within);
      return "{ " + kind.word() + ": '" + of.cel(scope) + "'" + where.where(scope) + window + " }";
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      List<Object> values =
          SignalRow.of(world, of, where).stream()
              .filter(r -> r.touchpoint().time() > world.now() - within)
              .map(SignalRow::value)
              .toList();
      List<Double> numbers =
          values.stream().filter(Double.class::isInstance).map(Double.class::cast).toList();
      double sum = numbers.stream().reduce(0.0, Double::sum);
      Optional<Double> value =
          switch (kind) {
            case SUM -> Optional.of(sum);
            case MEAN -> numbers.isEmpty() ? Optional.empty() : Optional.of(sum / numbers.size());
            case MIN -> numbers.stream().min(Double::compare);
            case MAX -> numbers.stream().max(Double::compare);
            case DISTINCT -> Optional.of((double) values.stream().distinct().count());
          };
      return value.map(number -> number);
    }
  }

  /** The newest value. */
  record Latest(Expr of, Expr where) implements RandomSignal {
    @Override
    public String yaml(RandomScope scope) {
      return "{ latest: '" + of.cel(scope) + "'" + where.where(scope) + " }";
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      return SignalRow.of(world, of, where).stream().reduce((a, b) -> b).map(SignalRow::value);
    }
  }

  /** A sum that fades. */
  record Decay(Expr of, Expr where, long halfLife) implements RandomSignal {
    @Override
    public String yaml(RandomScope scope) {
      String life = ", half-life: " + Yaml.span(halfLife);
      return "{ decay: '" + of.cel(scope) + "'" + where.where(scope) + life + " }";
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      return Optional.of(
          SignalRow.of(world, of, where).stream()
              .filter(row -> row.value() instanceof Double)
              .mapToDouble(row -> (Double) row.value() * row.weight(world.now(), halfLife))
              .sum());
    }
  }

  /** The text that comes most, older ones counting less. */
  record Top(Expr of, Expr where, long halfLife) implements RandomSignal {
    @Override
    public String yaml(RandomScope scope) {
      String life = ", half-life: " + Yaml.span(halfLife);
      return "{ top: '" + of.cel(scope) + "'" + where.where(scope) + life + " }";
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      List<SignalRow> rows =
          SignalRow.of(world, of, where).stream()
              .filter(row -> row.value() instanceof String)
              .toList();
      Map<String, Double> weights = new TreeMap<>(Utf8Order::compare);
      for (SignalRow row : rows) {
        // Seen from the newest: from afar all weigh nothing.
        long newest = rows.get(rows.size() - 1).touchpoint().time();
        weights.merge((String) row.value(), row.weight(newest, halfLife), Double::sum);
      }
      return NaiveFeeling.heaviest(weights).map(text -> text);
    }
  }

  /** How many keys were opened and not closed since. */
  record Open(Expr open, Expr close, Expr by) implements RandomSignal {
    @Override
    public String yaml(RandomScope scope) {
      String key = by.equals(new Expr.Constant("")) ? "" : ", by: '" + by.cel(scope) + "'";
      return "{ open: '%s', close: '%s'%s }".formatted(open.cel(scope), close.cel(scope), key);
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      Map<String, Boolean> isOpen = new HashMap<>();
      Expr either = new Operation(Operation.Operator.OR, open, close);
      for (SignalRow row : SignalRow.of(world, by, either)) {
        if (row.value() instanceof String key) {
          isOpen.put(key, !close.holds(world.about(row.touchpoint())));
        }
      }
      return Optional.of((double) isOpen.values().stream().filter(flag -> flag).count());
    }
  }
}
