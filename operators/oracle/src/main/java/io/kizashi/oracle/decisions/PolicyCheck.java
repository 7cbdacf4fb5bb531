package io.kizashi.oracle.decisions;

import io.kizashi.oracle.restart.Restart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds what the engine decides in random stories against the model, and against promises. */
public final class PolicyCheck {
  /** Of so many stories, in one the engine is taken at its word about what would have helped. */
  private static final int DOUBTED = 8;

  /** Of so many stories, in one the engine is killed besides. */
  private static final int KILLED = 4;

  /** The rulebook that was compiled last, if there was one: neighbouring stories share it. */
  private Optional<Compiled> last = Optional.empty();

  private long flips;

  private record Compiled(PolicyRulebook rulebook, Optional<CompiledCase> compiled) {}

  /** How many numbers were changed so far that were said to have helped a loser. */
  public long flips() {
    return flips;
  }

  /** What is wrong with the story of a seed, which is made small; empty where all is well. */
  public Optional<String> find(long seed) {
    PolicyStory story = RandomStory.of(seed);
    if (wrong(story, seed).isEmpty()) {
      return Optional.empty();
    }
    boolean refused = compiled(story.rulebook()).isEmpty();
    PolicyStory small =
        new SmallestStory(
                it -> compiled(it.rulebook()).isEmpty() == refused && wrong(it, seed).isPresent())
            .of(story);
    return wrong(small, seed).map(text -> text + "\n\n" + small.show());
  }

  private Optional<CompiledCase> compiled(PolicyRulebook rulebook) {
    Compiled compiled =
        last.filter(it -> it.rulebook().equals(rulebook))
            .orElseGet(() -> new Compiled(rulebook, CompiledCase.binding(rulebook)));
    last = Optional.of(compiled);
    return compiled.compiled();
  }

  /**
   * What is wrong, if anything is.
   *
   * @param seed chooses what the engine goes through besides
   */
  private Optional<String> wrong(PolicyStory story, long seed) {
    boolean doubted = Math.floorMod(seed, DOUBTED) == 0;
    boolean killed = Math.floorMod(seed, KILLED) == 0;
    try {
      Optional<CompiledCase> compiled = compiled(story.rulebook());
      return compiled.isPresent()
          ? wrong(story.rulebook(compiled.get().rulebook()), compiled.get())
              .or(() -> doubted ? unhelpful(story, compiled.get()) : Optional.empty())
              .or(() -> killed ? killed(story, compiled.get()) : Optional.empty())
          : Optional.of(
              "the compiler refuses it:\n" + lines(CompiledCase.problems(story.rulebook())));
    } catch (RuntimeException e) { // whatever the engine throws is a finding
      return Optional.of("the engine fails: " + e + " at " + List.of(e.getStackTrace()));
    }
  }

  private static Optional<String> wrong(PolicyStory story, CompiledCase compiled) {
    List<DecisionTrace> inOrder = driven(story.inOrder(), compiled).traces();
    List<DecisionTrace> expected =
        story.rulebook().isSimple() ? DecisionModel.decisions(story) : inOrder;
    Optional<String> wrong = differs("in order", expected, inOrder);
    if (wrong.isEmpty() && story.rulebook().settled()) {
      List<DecisionTrace> shuffled = driven(story.withinDisorder(), compiled).traces();
      wrong = differs("as late as the disorder allows", expected, shuffled);
    }
    return wrong.or(() -> broken(story, compiled));
  }

  private static Optional<String> killed(PolicyStory story, CompiledCase compiled) {
    boolean settled = story.rulebook().settled();
    Restart restart = new Restart(compiled.rules(), compiled.rulebook().policies().pauses());
    return restart
        .wrong(told(story.anyhow()))
        .or(
            () ->
                restart.wrongLate(
                    told(settled ? story.withinDisorder() : story.anyhow()), settled));
  }

  private static List<Restart.Told> told(List<PolicyStory.Delivery> deliveries) {
    return deliveries.stream().map(it -> new Restart.Told(it.touchpoint(), it.clock())).toList();
  }

  private static CoreDriver driven(List<PolicyStory.Delivery> deliveries, CompiledCase compiled) {
    return new CoreDriver(compiled.rules(), compiled.rulebook().policies().pauses())
        .tell(deliveries);
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

  private static Optional<String> broken(PolicyStory story, CompiledCase compiled) {
    List<String> broken = Promises.broken(compiled.rulebook(), driven(story.anyhow(), compiled));
    return broken.isEmpty() ? Optional.empty() : Optional.of("not kept" + lines(broken));
  }

  /** Where each touchpoint is judged at once, one decision can be taken again by itself. */
  private Optional<String> unhelpful(PolicyStory story, CompiledCase compiled) {
    Flips found = new Flips(story, compiled);
    Optional<String> wrong = found.wrong();
    flips += found.tried();
    return wrong;
  }

  private static String lines(List<?> items) {
    return items.stream().map(item -> "\n    " + item).collect(Collectors.joining());
  }
}
