package io.kizashi.language.mutation;

import io.kizashi.core.rules.Rules;
import io.kizashi.language.expression.ExpressionMemory;
import io.kizashi.language.library.Bundle;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.Compilation.Compiled;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.rehearsal.Happening;
import io.kizashi.language.rehearsal.Result;
import io.kizashi.language.rehearsal.RulebookTests;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Changes one thing of a rulebook at a time, and asks its tests. A change that they do not notice
 * is tried on stories near theirs: where it changes what comes of one, a test is missing. Mutation
 * testing as DeMillo, Lipton and Sayward had it (1978); that stories tell equivalent changes from
 * missed ones is ours. Compiles every change, at most {@link #MOST}; runs every story, at most
 * {@link Variations#MOST}, for those only that are not noticed, up to the first that differs.
 */
public final class Mutants {
  /** Changes of one rulebook that are tried; of more, as many evenly over the text. */
  public static final int MOST = 600;

  /** Stories that are told side by side. */
  private static final int AT_ONCE = 64;

  private final Bundle bundle;
  private final RulebookDocument document;
  private final UnaryOperator<Touchpoint> senses;
  private final List<Story> stories;
  private final List<List<Happening>> before;
  private final ExpressionMemory memory = new ExpressionMemory();
  private final List<Survivor> survivors = new ArrayList<>();
  private final List<Survivor> unspoken = new ArrayList<>();
  private final List<Mutation> equivalent = new ArrayList<>();
  private int refused;
  private int noticed;

  private Mutants(
      RulebookDocument document,
      Compiled original,
      List<Story> stories,
      UnaryOperator<Touchpoint> senses) {
    this.bundle = Bundle.of(document.text());
    this.document = document;
    this.senses = senses;
    this.stories = stories;
    this.before = stories.parallelStream().map(story -> end(original.rules(), story)).toList();
  }

  /**
   * Tries a rulebook's tests.
   *
   * @param original the same, compiled; its tests pass
   * @param senses what an engine makes of a touchpoint before rules see it
   * @param onTried gets the number of changes tried so far
   */
  public static MutationScore score(
      RulebookDocument document,
      Compiled original,
      UnaryOperator<Touchpoint> senses,
      IntConsumer onTried) {
    Names names = new Names();
    List<Mutation> found = Mutations.of(document, names);
    List<Story> stories = Variations.of(original.tests(), names);
    Mutants mutants = new Mutants(document, original, stories, senses);
    List<Mutation> tried = evenly(found, MOST);
    for (int i = 0; i < tried.size(); i++) {
      mutants.tryOut(tried.get(i));
      onTried.accept(i + 1);
    }
    return new MutationScore(
        found.size(),
        mutants.refused,
        mutants.noticed,
        mutants.survivors,
        mutants.unspoken,
        mutants.equivalent,
        stories.size());
  }

  /** All of a list, or as many as are wanted, evenly over it. */
  static <T> List<T> evenly(List<T> all, int wanted) {
    int most = Math.min(wanted, all.size());
    return IntStream.range(0, most)
        .mapToObj(i -> all.get((int) ((long) i * all.size() / most)))
        .toList();
  }

  private void tryOut(Mutation mutation) {
    RulebookDocument mutant =
        new RulebookDocument(document.file(), document.version(), mutation.applied(bundle));
    Compilation compilation = RulebookCompiler.compile(mutant, memory);
    if (!(compilation instanceof Compiled compiled)) {
      refused++;
    } else if (!RulebookTests.run(compiled, senses).stream().allMatch(Result::ok)) {
      noticed++;
    } else {
      survived(mutation, compiled.rules());
    }
  }

  /** A story that a test could be made of says more than one that none can. */
  private void survived(Mutation mutation, Rules rules) {
    Optional<Survivor> first = Optional.empty();
    for (int from = 0; from < stories.size(); from += AT_ONCE) {
      for (Survivor one : differing(mutation, rules, from)) {
        if (one.isExpectable()) {
          survivors.add(one);
          return;
        }
        first = first.isPresent() ? first : Optional.of(one);
      }
    }
    first.ifPresentOrElse(unspoken::add, () -> equivalent.add(mutation));
  }

  private List<Survivor> differing(Mutation mutation, Rules rules, int from) {
    return IntStream.range(from, Math.min(from + AT_ONCE, stories.size()))
        .parallel()
        .mapToObj(
            i -> new Survivor(mutation, stories.get(i), before.get(i), end(rules, stories.get(i))))
        .filter(it -> !it.after().equals(it.before()))
        .toList();
  }

  private List<Happening> end(Rules rules, Story story) {
    return RulebookTests.standing(
        rules, story.given().stream().map(senses).toList(), story.until());
  }
}
