package io.kizashi.oracle.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a list or an object says. Of what is neither, nothing can be asked so. */
sealed interface Structured extends Expr {
  /** The property that is asked. */
  Expr of();

  /** What a list or an object says to it; empty if nothing. */
  Optional<Object> ask(Object structure, NaiveWorld world);

  @Override
  default Optional<Object> value(NaiveWorld world) {
    return of().value(world).flatMap(found -> ask(found, world));
  }

  @Override
  default Stream<Expr> parts() {
    return Stream.concat(Stream.of(this), of().parts());
  }

  /** How many there are: items, fields, or the letters of a text. */
  record Size(Expr of) implements Structured {
    @Override
    public String cel(RandomScope scope) {
      return "size(" + of.cel(scope) + ")";
    }

    @Override
    public Optional<Object> ask(Object found, NaiveWorld world) {
      return found instanceof String text
          ? Optional.of((double) text.codePointCount(0, text.length()))
          : items(found).map(items -> (double) items.size());
    }
  }

  /** Whether a list has an item, or an object a field of this name. */
  record In(Expr item, Expr of) implements Structured {
    @Override
    public String cel(RandomScope scope) {
      return item.cel(scope) + " in " + of.cel(scope);
    }

    @Override
    public Optional<Object> ask(Object found, NaiveWorld world) {
      return items(found).flatMap(items -> item.value(world).map(items::contains));
    }
  }

  /** Whether some item is such, or each. */
  record Some(Expr of, boolean each, Operation.Operator such, Expr as) implements Structured {
    private static final String ITEM = "item";

    @Override
    public String cel(RandomScope scope) {
      String test = new Operation(such, new Named(ITEM, Optional.empty()), as).cel(scope);
      return "%s.%s(%s, %s)".formatted(of.cel(scope), each ? "all" : "exists", ITEM, test);
    }

    /** An item that decides does so whatever the others are; else each must be one to ask. */
    @Override
    public Optional<Object> ask(Object found, NaiveWorld world) {
      return items(found).flatMap(items -> decided(items, world));
    }

    private Optional<Object> decided(List<Object> items, NaiveWorld world) {
      List<Optional<Object>> answers = new ArrayList<>();
      for (Object item : items) {
        answers.add(new Operation(such, new Named(ITEM, Optional.of(item)), as).value(world));
      }
      if (answers.contains(Optional.<Object>of(!each))) {
        return Optional.of(!each);
      }
      return answers.contains(Optional.empty()) ? Optional.empty() : Optional.of(each);
    }
  }

  /** One item of a list, from 0. */
  record Item(Expr of, int index) implements Structured {
    @Override
    public String cel(RandomScope scope) {
      return of.cel(scope) + "[" + index + "]";
    }

    @Override
    public Optional<Object> ask(Object found, NaiveWorld world) {
      return found instanceof List<?> list && index < list.size()
          ? Optional.of(list.get(index))
          : Optional.empty();
    }
  }

  /** One field of an object. */
  record Field(Expr of, String name) implements Structured {
    @Override
    public String cel(RandomScope scope) {
      return of.cel(scope) + "." + name;
    }

    @Override
    public Optional<Object> ask(Object found, NaiveWorld world) {
      return found instanceof Map<?, ?> object
          ? Optional.ofNullable(object.get(name))
          : Optional.empty();
    }
  }

  /** What a name stands for within. */
  record Named(String name, Optional<Object> what) implements Expr {
    @Override
    public String cel(RandomScope scope) {
      return name;
    }

    @Override
    public Optional<Object> value(NaiveWorld world) {
      return what;
    }
  }

  /** What is gone through: the items of a list, the names of an object's fields. */
  private static Optional<List<Object>> items(Object found) {
    if (found instanceof List<?> list) {
      return Optional.of(List.copyOf(list));
    }
    return found instanceof Map<?, ?> object
        ? Optional.of(List.copyOf(object.keySet()))
        : Optional.empty();
  }
}
