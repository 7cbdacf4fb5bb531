package io.kizashi.oracle.decisions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds what the engine decides in random stories against the model, and against promises. */
public final class PolicyCheck {
  /** Of so many stories, in one the engine is taken at its word about what would have helped. */
  private static final int DOUBTED = 8;

  /** The rulebook that was compiled last, if there was one: neighbouring stories share it. */
  private Optional<Compiled> last = Optional.empty();

  private long flips;

  private record Compiled(PolicyRulebook book, Optional<CompiledCase> sound) {}

  /** How many numbers were changed so far that were said to have helped a loser. */
  public long flips() {
    return flips;
  }

  /** What is wrong with the story of a seed, which is made small; empty where all is well. */
  public Optional<String> find(long seed) {
    PolicyStory story = RandomStory.of(seed);
    boolean doubted = Math.floorMod(seed, DOUBTED) == 0;
    if (wrong(story, doubted).isEmpty()) {
      return Optional.empty();
    }
    boolean refused = compiled(story.book()).isEmpty();
    PolicyStory small =
        new SmallestStory(
                it -> compiled(it.book()).isEmpty() == refused && wrong(it, doubted).isPresent())
            .of(story);
    return wrong(small, doubted).map(text -> text + "\n\n" + small.show());
  }

  private Optional<CompiledCase> compiled(PolicyRulebook book) {
    Compiled compiled =
        last.filter(it -> it.book().equals(book))
            .orElseGet(() -> new Compiled(book, CompiledCase.binding(book)));
    last = Optional.of(compiled);
    return compiled.sound();
  }

  /** What is wrong, if anything is. */
  private Optional<String> wrong(PolicyStory story, boolean doubted) {
    try {
      Optional<CompiledCase> sound = compiled(story.book());
      return sound.isPresent()
          ? wrong(story.book(sound.get().book()), sound.get())
              .or(() -> doubted ? unhelpful(story, sound.get()) : Optional.empty())
          : Optional.of("the compiler refuses it:\n" + lines(CompiledCase.problems(story.book())));
    } catch (RuntimeException e) { // whatever the engine throws is a finding
      return Optional.of("the engine fails: " + e + " at " + List.of(e.getStackTrace()));
    }
  }

  private static Optional<String> wrong(PolicyStory story, CompiledCase sound) {
    List<DecisionTrace> inOrder = told(story.inOrder(), sound).told();
    List<DecisionTrace> expected =
        story.book().isSimple() ? DecisionModel.decisions(story) : inOrder;
    Optional<String> wrong = differs("in order", expected, inOrder);
    if (wrong.isEmpty() && story.book().settled()) {
      List<DecisionTrace> shuffled = told(story.withinDisorder(), sound).told();
      wrong = differs("as late as the disorder allows", expected, shuffled);
    }
    return wrong.or(() -> broken(story, sound));
  }

  private static CoreDriver told(List<PolicyStory.Delivery> deliveries, CompiledCase sound) {
    return new CoreDriver(sound.rules(), sound.book().policies().pauses()).told(deliveries);
  }

  private static Optional<String> differs(
      String how, List<DecisionTrace> expected, List<DecisionTrace> actual) {
    boolean same = expected.size() == actual.size();
    for (int i = 0; same && i < expected.size(); i++) {
      same = actual.get(i).agrees(expected.get(i));
    }
    return same
        ? Optional.empty()
        : Optional.of(how + "\n  model:" + lines(expected) + "\n  engine:" + lines(actual));
  }

  private static Optional<String> broken(PolicyStory story, CompiledCase sound) {
    List<String> broken = Promises.broken(sound.book(), told(story.anyhow(), sound));
    return broken.isEmpty() ? Optional.empty() : Optional.of("not kept" + lines(broken));
  }

  /** Where each touchpoint is judged at once, one decision can be taken again by itself. */
  private Optional<String> unhelpful(PolicyStory story, CompiledCase sound) {
    Flips found = new Flips(story, sound);
    Optional<String> wrong = found.wrong();
    flips += found.tried();
    return wrong;
  }

  private static String lines(List<?> items) {
    return items.stream().map(item -> "\n    " + item).collect(Collectors.joining());
  }
}
