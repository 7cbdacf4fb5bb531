package io.kizashi.oracle.moments;

import io.kizashi.schema.Touchpoint;
import java.time.Instant;
import java.util.Optional;

/** What one touchpoint says: {@code event}'s, or that of one captured before. */
sealed interface Touched extends Expr {
  /** 0 for {@code event}, 1, 2, … for captures. */
  int of();

  /** What it is called behind the touchpoint's name. */
  String path();

  /** What the touchpoint says. */
  Optional<Object> read(Touchpoint touchpoint, NaiveWorld world);

  @Override
  default String cel(RandomScope scope) {
    return scope.field(of(), path());
  }

  @Override
  default Optional<Object> value(NaiveWorld world) {
    return RandomScope.pick(of(), world.event(), world.captures()).flatMap(t -> read(t, world));
  }

  /** A property. */
  record Property(int of, String name) implements Touched {
    @Override
    public String path() {
      return "properties." + name;
    }

    @Override
    public Optional<Object> read(Touchpoint touchpoint, NaiveWorld world) {
      return Optional.ofNullable(touchpoint.properties().get(name));
    }
  }

  /** Whether a property is there. */
  record Has(int of, String name) implements Touched {
    @Override
    public String path() {
      return "properties." + name;
    }

    @Override
    public String cel(RandomScope scope) {
      String field = scope.field(of, path());
      return field.equals(RandomScope.MISSING) ? field : "has(" + field + ")";
    }

    @Override
    public Optional<Object> read(Touchpoint touchpoint, NaiveWorld world) {
      return Optional.of(touchpoint.properties().containsKey(name));
    }
  }

  /** A field that is text. */
  record Text(int of, Field field) implements Touched {
    /** Which one. */
    enum Field {
      TYPE("type"),
      ACTOR("actor"),
      CHANNEL("channel"),
      SESSION("session"),
      CONTACT("contact"),
      CASE("case"),
      ACCOUNT("account"),
      PLACE("place"),
      REGION("region"),
      STAGE("stage"),
      TEXT("text");

      private final String word;

      Field(String word) {
        this.word = word;
      }

      /** As rules spell it. */
      String word() {
        return word;
      }
    }

    @Override
    public String path() {
      return field.word();
    }

    @Override
    public Optional<Object> read(Touchpoint t, NaiveWorld world) {
      return Optional.of(
          switch (field) {
            case TYPE -> t.type();
            case ACTOR -> t.actor().wire();
            case CHANNEL -> t.setting().channel();
            case SESSION -> t.setting().session();
            case CONTACT -> t.setting().contact();
            case CASE -> t.setting().caseId();
            case ACCOUNT -> t.setting().account();
            case PLACE -> t.setting().place();
            case REGION -> t.setting().region();
            case STAGE -> world.stage(t);
            case TEXT -> t.text();
          });
    }
  }

  /** When the touchpoint was. */
  record Time(int of) implements Touched {
    @Override
    public String path() {
      return "time";
    }

    @Override
    public Optional<Object> read(Touchpoint touchpoint, NaiveWorld world) {
      return Optional.of(Instant.ofEpochMilli(touchpoint.time()));
    }
  }

  /** Whether the touchpoint is tagged with a value. */
  record Tagged(int of, String value) implements Touched {
    @Override
    public String path() {
      return "values";
    }

    @Override
    public String cel(RandomScope scope) {
      String field = scope.field(of, path());
      return field.equals(RandomScope.MISSING) ? field : '"' + value + "\" in " + field;
    }

    @Override
    public Optional<Object> read(Touchpoint touchpoint, NaiveWorld world) {
      return Optional.of(touchpoint.setting().values().contains(value));
    }
  }

  /** The valence that the touchpoint itself carries. */
  record Valence(int of) implements Touched {
    @Override
    public String path() {
      return "emotion.valence";
    }

    @Override
    public Optional<Object> read(Touchpoint touchpoint, NaiveWorld world) {
      return touchpoint.emotion().map(emotion -> emotion.valence());
    }
  }
}
