package io.kizashi.core.recipient;

import io.kizashi.core.content.Line;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom the tasks of one kind of staff are for. */
public sealed interface Owner {
  /** Graphemes, and characters, of a name: addresses of mail fit. */
  int MOST = 80;

  /** The person, team or queue; empty where nobody is known. */
  Optional<String> of(Bindings known, Misses misses);

  /** By what it is found. */
  Stream<Value> read();

  /**
   * Always the same.
   *
   * @param name of a person, a team or a queue
   */
  record Named(String name) implements Owner {
    @Override
    public Optional<String> of(Bindings known, Misses misses) {
      return Optional.of(name);
    }

    @Override
    public Stream<Value> read() {
      return Stream.empty();
    }
  }

  /**
   * The one that something known names.
   *
   * @param by gives the name
   */
  record Known(Value by) implements Owner {
    @Override
    public Optional<String> of(Bindings known, Misses misses) {
      return by.of(known, misses)
          .map(Object::toString)
          .filter(name -> name.length() <= MOST)
          .flatMap(name -> Line.of(name, MOST))
          .map(line -> line.first(MOST));
    }

    @Override
    public Stream<Value> read() {
      return Stream.of(by);
    }
  }

  /**
   * The one that stands beside something known.
   *
   * @param by gives what is looked up
   * @param is names by what is looked up
   */
  record Listed(Value by, Map<String, String> is) implements Owner {
    /** Copies the map, in the order of the rulebook. */
    public Listed {
      is = Collections.unmodifiableMap(new LinkedHashMap<>(is));
    }

    @Override
    public Optional<String> of(Bindings known, Misses misses) {
      return by.of(known, misses).flatMap(key -> Optional.ofNullable(is.get(key.toString())));
    }

    @Override
    public Stream<Value> read() {
      return Stream.of(by);
    }
  }
}
