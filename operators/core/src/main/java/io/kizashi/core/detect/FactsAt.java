package io.kizashi.core.detect;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.FactName;
import io.kizashi.core.expression.Facts;
import io.kizashi.core.rules.EmotionBound;
import io.kizashi.core.rules.Rules.Vocabulary;
import io.kizashi.core.signal.Ledger;
import io.kizashi.core.signal.Signal;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is known of a customer at one place of the history, by the names that rules use. */
final class FactsAt implements Facts {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final World world;
  private final Position at;
  private final Vocabulary vocabulary;
  private final Map<String, Optional<Object>> known = new HashMap<>();

  FactsAt(World world, Position at) {
    this.world = world;
    this.at = at;
    this.vocabulary = world.rules().vocabulary();
  }

  @Override
  public Optional<Object> find(String name) {
    Optional<Object> found = known.get(name);
    if (found == null) {
      found = named(name);
      known.put(name, found);
    }
    return found;
  }

  private Optional<Object> named(String name) {
    return FactName.of(name).map(this::fact);
  }

  private Object fact(FactName name) {
    return switch (name) {
      case CUSTOMER -> new LazyFields(this::property);
      case SIGNALS -> new LazyFields(this::signal);
      case SEGMENTS -> new LazyFields(this::segment);
      case LISTS -> new LazyFields(this::list);
      case EMOTION -> new LazyFields(this::emotion);
      case SESSION -> new LazyFields(this::session);
      case LOCAL -> new LazyFields(this::local);
      case NOW -> Instant.ofEpochMilli(at.time());
    };
  }

  private Optional<Object> property(String name) {
    return world.state().profile().value(name, at);
  }

  private Optional<Object> signal(String name) {
    return Optional.ofNullable(vocabulary.signals().get(name)).flatMap(this::value);
  }

  private Optional<Object> value(Signal signal) {
    Ledger ledger = world.ledger(signal);
    if (!ledger.isComplete(at)) {
      world.misses().addIncomplete();
    }
    return ledger.value(at);
  }

  private Optional<Object> segment(String name) {
    return Optional.ofNullable(vocabulary.segments().get(name))
        .map((Condition segment) -> segment.test(Bindings.none().at(this), world.misses()));
  }

  private Optional<Object> list(String name) {
    return Optional.ofNullable(vocabulary.lists().get(name)).map(world::isOn);
  }

  private Optional<Object> emotion(String field) {
    if (field.equals(EmotionBound.FELT)) {
      return Optional.of(world.isFelt(at));
    }
    if (field.equals(EmotionBound.BEFORE)) {
      return Optional.ofNullable(vocabulary.emotion().get(EmotionBound.VALENCE))
          .flatMap(signal -> world.ledger(signal).valueBefore(at));
    }
    return Optional.ofNullable(vocabulary.emotion().get(field)).flatMap(this::value);
  }

  private Optional<Object> session(String field) {
    List<Touchpoint> visit =
        world.rules().settings().sessions().visit(world.state().history().touchpoints(), at);
    boolean over = visit.isEmpty();
    return switch (field) {
      case "touchpoints" -> Optional.of((double) visit.size());
      case "seconds" -> Optional.of(over ? 0.0 : seconds(visit));
      case "id" -> Optional.of(over ? "" : visit.get(visit.size() - 1).setting().session());
      default -> Optional.empty();
    };
  }

  private static double seconds(List<Touchpoint> visit) {
    return (visit.get(visit.size() - 1).time() - visit.get(0).time()) / 1_000.0;
  }

  private Optional<Object> local(String field) {
    ZonedDateTime now = Instant.ofEpochMilli(at.time()).atZone(world.zone(at));
    return switch (field) {
      case "hour" -> Optional.of((double) now.getHour());
      case "time" -> Optional.of(TIME.format(now));
      case "date" -> Optional.of(now.toLocalDate().toString());
      case "weekday" ->
          Optional.of(
              now.getDayOfWeek()
                  .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                  .toLowerCase(Locale.ROOT));
      case "businessDay" ->
          Optional.of(world.rules().settings().calendar().isBusinessDay(now.toLocalDate()));
      default -> Optional.empty();
    };
  }
}
