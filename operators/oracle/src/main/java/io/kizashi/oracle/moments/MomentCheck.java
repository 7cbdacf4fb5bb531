package io.kizashi.oracle.moments;

import io.kizashi.core.rules.Rules;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.yaml.Problem;
import io.kizashi.oracle.restart.Restart;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells stories to an engine and to the model. */
final class MomentCheck {
  /** Beyond every deadline. */
  private static final long END = Long.MAX_VALUE - 1;

  /** Touchpoints of a story that is too long to be looked at after each. */
  private static final int LONG = 200;

  private static final int SELDOM = 20;

  private final MomentCase story;
  private final RandomRulebook rulebook;
  private final RulebookDocument document;
  private final Rules rules;
  private final CheckedEngine.Maker engines;

  /** What stood after the arrival before. */
  private List<ShownMoments> before = List.of();

  private MomentCheck(
      MomentCase story, RulebookDocument document, Rules rules, CheckedEngine.Maker engines) {
    this.story = story;
    this.rulebook = story.rulebook();
    this.document = document;
    this.rules = rules;
    this.engines = engines;
  }

  /**
   * How engine and model differ.
   *
   * @param refused whether the compiler already refuses what the language allows
   */
  record Difference(boolean refused, String text) {}

  /**
   * Where engine and model differ, if they do.
   *
   * @param kills whether it must make no difference besides that the engine is killed, and every
   *     message is asked what it is about; both take their time
   */
  static Optional<Difference> differs(
      MomentCase story, CheckedEngine.Maker engines, boolean kills) {
    RulebookDocument document = new RulebookDocument("random.yaml", 1, story.rulebook().yaml());
    Compilation compilation = RulebookCompiler.compile(document);
    if (compilation instanceof Compilation.Compiled compiled) {
      MomentCheck check = new MomentCheck(story, document, compiled.rules(), engines);
      return check
          .differs()
          .or(() -> kills ? check.messages().or(check::killed) : Optional.empty())
          .map(text -> new Difference(false, text));
    }
    return Optional.of(
        new Difference(
            true,
            compilation.problems().stream()
                .map(Problem::render)
                .collect(Collectors.joining("\n", "the compiler refuses it:\n", ""))));
  }

  private Optional<String> differs() {
    try {
      Optional<String> standing = standing();
      boolean decides = rulebook.settled() && !story.isCrowded();
      return standing.isPresent() || !decides ? standing : decisions();
    } catch (RuntimeException e) { // whatever the engine throws is a finding
      return Optional.of("the engine fails: " + e + " at " + List.of(e.getStackTrace()));
    }
  }

  /** The same moments stand after every arrival, and when nothing arrives any more. */
  private Optional<String> standing() {
    List<Touchpoint> arrived = new ArrayList<>();
    try (CheckedEngine engine = engines.start(document, rules)) {
      NaiveCounts counting = new NaiveCounts(rulebook.retention());
      long proven = Long.MIN_VALUE;
      int told = 0;
      for (MomentCase.Delivery delivery : story.deliveries()) {
        if (counting.takes(delivery.touchpoint(), proven)) {
          arrived.add(delivery.touchpoint());
        }
        proven = Math.max(proven, delivery.proven());
        engine.arrives(delivery.touchpoint());
        engine.proven(proven);
        if (isLookedAt(told++)) {
          String when = "after" + delivery.show();
          Optional<String> difference = compare(when, engine, counting, arrived, proven);
          if (difference.isPresent()) {
            return difference;
          }
        }
      }
      engine.proven(END);
      return compare("at the end", engine, counting, arrived, END);
    }
  }

  /** Whether engine and model are compared after so many arrivals. */
  private boolean isLookedAt(int told) {
    return story.arrivals().size() <= LONG || told % SELDOM == 0;
  }

  private Optional<String> compare(
      String when,
      CheckedEngine engine,
      NaiveCounts counting,
      List<Touchpoint> arrived,
      long proven) {
    List<ShownMoments> expected = standing(arrived, proven);
    List<ShownMoments> actual = engine.standing();
    if (!counting.counts().equals(engine.counts())) {
      return difference("counts " + when, counting.counts(), engine.counts());
    }
    boolean same = story.isCrowded() ? isKept(expected, actual) : expected.equals(actual);
    before = actual;
    return same ? Optional.empty() : difference("standing " + when, lines(expected), lines(actual));
  }

  /** What was lost with touchpoints may be missing; but nothing else, and nothing that stood. */
  private boolean isKept(List<ShownMoments> expected, List<ShownMoments> actual) {
    return expected.containsAll(actual)
        && before.stream().filter(expected::contains).allMatch(actual::contains);
  }

  private List<ShownMoments> standing(List<Touchpoint> arrived, long proven) {
    NaiveModel model = new NaiveModel(rulebook, arrived);
    List<ShownMoments> standing = new ArrayList<>();
    for (RandomRule rule : rulebook.rules().stream().filter(rulebook::reaches).toList()) {
      for (NaiveAttempt attempt : model.standing(rule, proven)) {
        ShownMoments shown = ShownMoments.of(rulebook, rule, attempt, model);
        standing.add(rulebook.isShadow(rule) ? shown.inShadow() : shown);
      }
    }
    return standing.stream().sorted().toList();
  }

  private Optional<String> messages() {
    return story.isCrowded() ? Optional.empty() : MessageCheck.wrong(story, rules);
  }

  /** Settled, decisions are the model's in whatever order within the disorder. */
  private Optional<String> decisions() {
    List<String> expected = NaiveDecisions.of(rulebook, story.sorted());
    for (List<Touchpoint> order : List.of(story.sorted(), story.withinDisorder())) {
      List<String> actual = decisions(order);
      if (!expected.equals(actual)) {
        String ids = order.stream().map(Touchpoint::id).collect(Collectors.joining(" "));
        return difference("decisions in the order " + ids, lines(expected), lines(actual));
      }
    }
    return Optional.empty();
  }

  /** What stands after the engine was killed is what stands where it was not. */
  private Optional<String> killed() {
    Restart restart = new Restart(rules, List.of());
    List<Restart.Told> anyhow = new ArrayList<>();
    long proven = Long.MIN_VALUE;
    for (MomentCase.Delivery delivery : story.deliveries()) {
      anyhow.add(new Restart.Told(delivery.touchpoint(), proven));
      proven = Math.max(proven, delivery.proven());
    }
    return restart
        .wrong(anyhow)
        .or(
            () ->
                rulebook.settled()
                    ? restart.wrongLate(withinDisorder(), true)
                    : restart.wrongLate(anyhow, false));
  }

  private List<Restart.Told> withinDisorder() {
    List<Restart.Told> told = new ArrayList<>();
    long newest = Long.MIN_VALUE;
    for (Touchpoint touchpoint : story.withinDisorder()) {
      told.add(new Restart.Told(touchpoint, newest == Long.MIN_VALUE ? newest : newest - 1));
      newest = Math.max(newest, touchpoint.time());
    }
    return told;
  }

  private List<String> decisions(List<Touchpoint> order) {
    try (CheckedEngine engine = engines.start(document, rules)) {
      long newest = Long.MIN_VALUE;
      for (Touchpoint touchpoint : order) {
        newest = Math.max(newest, touchpoint.time());
        engine.arrives(touchpoint);
        engine.proven(newest - 1);
      }
      engine.proven(END);
      return engine.recommendations();
    }
  }

  private static String lines(List<?> items) {
    return items.stream().map(item -> "\n    " + item).collect(Collectors.joining());
  }

  private static Optional<String> difference(String what, Object model, Object engine) {
    return Optional.of(what + "\n  model: " + model + "\n  engine: " + engine);
  }
}
