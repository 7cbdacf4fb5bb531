package io.kizashi.cli.check;

import io.kizashi.core.Verdict.Fate;
import io.kizashi.core.rulebook.Rules;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells one story to the engine and to the model. */
final class Check {
  private final Case story;
  private final Book book;
  private final Rules rules;

  private Check(Case story) throws Engine.Refusal {
    this.story = story;
    this.book = story.book();
    this.rules = Engine.compile(book.yaml());
  }

  /** Where engine and model differ, if they do. */
  static Optional<String> differs(Case story) {
    try {
      Check check = new Check(story);
      Optional<String> standing = check.standing();
      return standing.isPresent() || !check.book.settled() ? standing : check.decisions();
    } catch (Engine.Refusal e) {
      return Optional.of("the compiler refuses it:\n" + e.getMessage());
    } catch (RuntimeException e) { // whatever the engine throws is a finding
      return Optional.of("the engine fails: " + e + " at " + e.getStackTrace()[0]);
    }
  }

  /** The same moments stand after every arrival, and when nothing arrives any more. */
  private Optional<String> standing() {
    Engine engine = new Engine(rules);
    List<Touchpoint> arrived = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    long proven = Long.MIN_VALUE;
    for (Case.Delivery delivery : story.deliveries()) {
      Touchpoint touchpoint = delivery.touchpoint();
      Fate expected = fate(touchpoint, proven, ids);
      if (expected == Fate.FOLDED) {
        arrived.add(touchpoint);
      }
      Fate actual = engine.arrives(touchpoint);
      if (actual != expected) {
        return difference("fate of " + touchpoint.id(), expected, actual);
      }
      proven = Math.max(proven, delivery.proven());
      engine.proven(proven);
      Optional<String> difference = compare("after" + delivery.show(), engine, arrived, proven);
      if (difference.isPresent()) {
        return difference;
      }
    }
    engine.proven(Long.MAX_VALUE - 1);
    return compare("at the end", engine, arrived, Long.MAX_VALUE - 1);
  }

  private Fate fate(Touchpoint touchpoint, long proven, Set<String> ids) {
    if (proven != Long.MIN_VALUE && touchpoint.time() < proven - book.retention()) {
      return Fate.LATE;
    }
    return ids.add(touchpoint.id()) ? Fate.FOLDED : Fate.DUPLICATE;
  }

  private Optional<String> compare(
      String when, Engine engine, List<Touchpoint> arrived, long proven) {
    NaiveModel model = new NaiveModel(book, arrived);
    List<Shown> expected =
        book.rules().stream()
            .flatMap(
                rule ->
                    model.standing(rule, proven).stream()
                        .map(attempt -> Shown.of(book, rule, attempt, model)))
            .sorted()
            .toList();
    List<Shown> actual = engine.standing();
    return expected.equals(actual)
        ? Optional.empty()
        : difference("standing " + when, lines(expected), lines(actual));
  }

  /** Settled, decisions are the model's in whatever order within the disorder. */
  private Optional<String> decisions() {
    List<String> expected = NaiveDecisions.of(book, story.sorted());
    for (List<Touchpoint> order : List.of(story.sorted(), story.withinDisorder())) {
      List<String> actual = decisions(order);
      if (!expected.equals(actual)) {
        String ids = String.join(" ", order.stream().map(Touchpoint::id).toList());
        return difference("decisions in the order " + ids, lines(expected), lines(actual));
      }
    }
    return Optional.empty();
  }

  private List<String> decisions(List<Touchpoint> order) {
    Engine engine = new Engine(rules);
    long newest = Long.MIN_VALUE;
    for (Touchpoint touchpoint : order) {
      newest = Math.max(newest, touchpoint.time());
      engine.arrives(touchpoint);
      engine.proven(newest - 1);
    }
    engine.proven(Long.MAX_VALUE - 1);
    return engine.recommendations();
  }

  private static String lines(List<?> items) {
    StringBuilder lines = new StringBuilder();
    items.forEach(item -> lines.append("\n    ").append(item));
    return lines.toString();
  }

  private static Optional<String> difference(String what, Object model, Object engine) {
    return Optional.of(what + "\n  model: " + model + "\n  engine: " + engine);
  }
}
