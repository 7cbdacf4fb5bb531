package io.kizashi.oracle.moments;

import io.kizashi.oracle.story.KnownCustomer;
import io.kizashi.oracle.story.Yaml;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What is known of the customer at the place where an expression is asked. */
sealed interface KnownFacts extends Expr {
  /** What the profile says. */
  record Customer(String name) implements KnownFacts {
    @Override
    public String cel(RandomScope scope) {
      return "customer." + name;
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      return world.customer(name);
    }
  }

  /** A signal's value. */
  record OfSignal(RandomSignal signal) implements KnownFacts {
    @Override
    public String cel(RandomScope scope) {
      return "signals." + scope.signals().get(signal);
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      return signal.value(world);
    }
  }

  /** Whether the time that a signal measures is longer than this. */
  record Longer(TimedSignal signal, long millis) implements KnownFacts {
    @Override
    public String cel(RandomScope scope) {
      String span = "duration(\"" + millis / 1_000 + "s\")";
      return "signals." + scope.signals().get(signal) + " > " + span;
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      return signal
          .value(world)
          .map(Duration.class::cast)
          .map(span -> span.compareTo(Duration.ofMillis(millis)) > 0);
    }
  }

  /** Whether the customer belongs to a segment. */
  record Segment(Expr condition) implements KnownFacts {
    @Override
    public Stream<Expr> parts() {
      return Stream.concat(Stream.of(this), condition.parts());
    }

    @Override
    public String cel(RandomScope scope) {
      return "segments." + scope.segments().get(condition);
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      return Optional.of(condition.holds(world.without()));
    }
  }

  /** Whether the customer is on a list. */
  enum Listed implements KnownFacts {
    ALONE("only", List.of(KnownCustomer.KEY.id()), true),
    AMONG("some", List.of("c-2", KnownCustomer.KEY.id(), "c-3"), true),
    ABSENT("others", List.of("c-2", "c-10", "C-1", "c/c-1"), false);

    private final String name;
    private final String written;
    private final boolean there;

    Listed(String name, List<String> ids, boolean there) {
      this.name = name;
      this.written = Yaml.list(ids);
      this.there = there;
    }

    /** As the rulebook declares it. */
    String yaml() {
      return "  " + name + ": " + written + "\n";
    }

    @Override
    public String cel(RandomScope scope) {
      return "lists." + name;
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      return Optional.of(there);
    }
  }

  /** How the customer feels, in numbers. */
  enum Mood implements KnownFacts {
    VALENCE("valence"),
    AROUSAL("arousal"),
    CONFIDENCE("confidence"),
    TREND("trend"),
    LOWEST("lowest"),
    HIGHEST("highest");

    private final String word;

    Mood(String word) {
      this.word = word;
    }

    @Override
    public String cel(RandomScope scope) {
      return "emotion." + word;
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      NaiveFeeling feeling = world.feeling();
      OptionalDouble value =
          switch (this) {
            case VALENCE -> OptionalDouble.of(feeling.valence());
            case AROUSAL -> OptionalDouble.of(feeling.arousal());
            case CONFIDENCE -> OptionalDouble.of(feeling.confidence());
            case TREND -> OptionalDouble.of(feeling.trend());
            case LOWEST -> feeling.curve().min();
            case HIGHEST -> feeling.curve().max();
          };
      return value.stream().<Object>mapToObj(number -> number).findFirst();
    }
  }

  /** How the customer feels, in a word. */
  record Word() implements KnownFacts {
    @Override
    public String cel(RandomScope scope) {
      return "emotion.label";
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      return world.feeling().label().map(label -> label);
    }
  }

  /** The session under way. */
  enum Session implements KnownFacts {
    TOUCHPOINTS("touchpoints"),
    SECONDS("seconds"),
    ID("id");

    private final String word;

    Session(String word) {
      this.word = word;
    }

    @Override
    public String cel(RandomScope scope) {
      return "session." + word;
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      Visit visit = Visit.underWay(world);
      return Optional.of(
          switch (this) {
            case TOUCHPOINTS -> visit.touchpoints();
            case SECONDS -> visit.seconds();
            case ID -> visit.id();
          });
    }
  }

  /** The customer's clock and calendar. */
  enum Local implements KnownFacts {
    HOUR("hour"),
    TIME("time"),
    DATE("date"),
    WEEKDAY("weekday"),
    BUSINESS_DAY("businessDay");

    private final String field;

    Local(String field) {
      this.field = field;
    }

    @Override
    public String cel(RandomScope scope) {
      return "local." + field;
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      var local = Instant.ofEpochMilli(world.now()).atZone(world.zone());
      return Optional.of(
          switch (this) {
            case HOUR -> (double) local.getHour();
            case TIME -> "%02d:%02d".formatted(local.getHour(), local.getMinute());
            case DATE -> local.toLocalDate().toString();
            case WEEKDAY -> Calendar.name(local.getDayOfWeek());
            case BUSINESS_DAY -> world.rulebook().calendar().isBusiness(local.toLocalDate());
          });
    }
  }

  /** Now, or so much later: a time for {@code until}. */
  record Later(long millis) implements KnownFacts {
    @Override
    public String cel(RandomScope scope) {
      return "now + duration(\"" + millis / 1_000 + "s\")";
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      return Optional.of(Instant.ofEpochMilli(world.now() + millis));
    }
  }

  /** Whether it is this time, or later. */
  record NotBefore(long time) implements KnownFacts {
    @Override
    public String cel(RandomScope scope) {
      return "now >= timestamp(\"" + Instant.ofEpochMilli(time) + "\")";
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      return Optional.of(world.now() >= time);
    }
  }
}
