package io.kizashi.control.seen;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.rules.Journey;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.asked.Asked;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes a stream of touchpoints, one at a time, and notes what they have of all that a rulebook
 * asks for. What it holds grows with the rulebook and with the sources' vocabulary, not with the
 * stream.
 */
public final class Sightings {
  private final Asked asked;
  private final Journey journey;
  private final Census census = new Census();
  private final List<AskTally> asks;
  private final List<QuestionTally> questions;
  private final ByType<AskTally> asksOf;
  private final ByType<QuestionTally> questionsOf;
  private long touchpoints;

  /** Nothing was seen yet. */
  public Sightings(Asked asked, Rules rules) {
    this.asked = asked;
    this.journey = rules.vocabulary().journey();
    this.asks = asked.asks().stream().map(AskTally::new).toList();
    this.questions = asked.questions().stream().map(QuestionTally::new).toList();
    this.asksOf = new ByType<>(asks, it -> it.ask().slot().types());
    this.questionsOf = new ByType<>(questions, it -> it.question().types());
  }

  /** What hangs on the type of a touchpoint, looked up once a type. */
  private static final class ByType<T> {
    private final List<T> all;
    private final Function<T, Optional<Set<String>>> types;
    private final Map<String, List<T>> known = new HashMap<>();

    ByType(List<T> all, Function<T, Optional<Set<String>>> types) {
      this.all = all;
      this.types = types;
    }

    List<T> of(String type) {
      List<T> found = known.get(type);
      if (found == null) {
        found = new ArrayList<>();
        for (T one : all) {
          if (types.apply(one).filter(it -> !it.contains(type)).isEmpty()) {
            found.add(one);
          }
        }
        if (known.size() < Census.MOST) {
          known.put(type, found);
        }
      }
      return found;
    }
  }

  /** The next one. */
  public void add(Touchpoint touchpoint) {
    touchpoints++;
    census.add(touchpoint);
    asksOf.of(touchpoint.type()).forEach(tally -> tally.add(touchpoint));
    Bindings bindings = Bindings.none().event(new TouchpointView(touchpoint, journey::stageOf));
    questionsOf.of(touchpoint.type()).forEach(tally -> tally.ask(bindings));
  }

  Asked asked() {
    return asked;
  }

  Census census() {
    return census;
  }

  List<AskTally> asks() {
    return asks;
  }

  List<QuestionTally> questions() {
    return questions;
  }

  long touchpoints() {
    return touchpoints;
  }
}
