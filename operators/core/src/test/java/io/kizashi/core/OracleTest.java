package io.kizashi.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.NaiveModel.Rule;
import io.kizashi.core.NaiveModel.Step;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine against the naive model, on random rulebooks and streams. */
final class OracleTest {
  private static final int CASES = Integer.getInteger("kizashi.cases", 1_500);
  private static final long SEED = Long.getLong("kizashi.seed", 20_250_301L);
  private static final int DISORDER = 10;
  private static final List<String> TYPES = List.of("alpha", "beta", "gamma", "delta");

  /** One random story. */
  private static final class Case {
    final Random random;
    final boolean settled;
    final List<Rule> rules = new ArrayList<>();
    final List<Touchpoint> touchpoints = new ArrayList<>();

    Case(long seed) {
      random = new Random(seed);
      settled = random.nextBoolean();
      int count = 1 + random.nextInt(4);
      for (int i = 0; i < count; i++) {
        rules.add(rule("rule_" + i));
      }
      int events = random.nextInt(30);
      for (int i = 0; i < events; i++) {
        touchpoints.add(touchpoint());
      }
      Map<String, Touchpoint> byId = new HashMap<>();
      touchpoints.removeIf(t -> byId.putIfAbsent(t.id(), t) != null);
      touchpoints.sort(Comparator.comparing(Touchpoint::position));
    }

    private Rule rule(String name) {
      List<Step> steps = new ArrayList<>();
      steps.add(new Step(false, type(), least(), false, 0));
      int more = random.nextInt(4);
      for (int i = 0; i < more; i++) {
        boolean absence = random.nextInt(3) > 0;
        int span = absence || random.nextBoolean() ? 1 + random.nextInt(40) : 0;
        steps.add(new Step(absence, type(), least(), random.nextInt(4) == 0, span));
      }
      Optional<Step> unless =
          random.nextInt(3) == 0
              ? Optional.of(new Step(false, type(), least(), random.nextInt(4) == 0, 0))
              : Optional.empty();
      int openFor = random.nextInt(3) == 0 ? 60 : 86_400;
      return new Rule(name, steps, random.nextInt(3) == 0, unless, openFor);
    }

    private String type() {
      return random.nextInt(8) == 0 ? "any" : TYPES.get(random.nextInt(3));
    }

    private double least() {
      return random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
    }

    private Touchpoint touchpoint() {
      List<Object> properties = new ArrayList<>();
      if (random.nextInt(4) > 0) {
        properties.addAll(List.of("v", (double) random.nextInt(4)));
      }
      if (random.nextInt(4) > 0) {
        properties.addAll(List.of("w", random.nextBoolean() ? "x" : "y"));
      }
      return Story.touchpoint(
          "t" + random.nextInt(1_000),
          TYPES.get(random.nextInt(TYPES.size())),
          Story.START + random.nextInt(120) * 1_000L,
          properties.toArray());
    }

    String yaml() {
      StringBuilder yaml = new StringBuilder("rulebook: random\ndisorder: " + DISORDER + "s\n");
      yaml.append("decide: ").append(settled ? "settled" : "at-once").append("\nmoments:\n");
      for (Rule rule : rules) {
        yaml.append("  ").append(rule.name()).append(":\n    kind: drop_off\n    restart: ");
        yaml.append(rule.first() ? "first" : "latest");
        yaml.append("\n    open-for: ").append(rule.openFor()).append('s');
        rule.unless().ifPresent(u -> yaml.append("\n    unless: ").append(yaml(u, false)));
        yaml.append("\n    pattern:\n");
        for (int i = 0; i < rule.steps().size(); i++) {
          yaml.append("      - ").append(yaml(rule.steps().get(i), i == 0)).append('\n');
        }
      }
      yaml.append("actions:\n");
      for (Rule rule : rules) {
        yaml.append("  do_").append(rule.name()).append(":\n    kind: inform\n    answers: [");
        yaml.append(rule.name()).append("]\n    channels: [web]\n    expires: 1m\n");
        yaml.append("    content: { web: { en: '{{first.id}}' } }\n");
      }
      return yaml.toString();
    }

    private static String yaml(Step step, boolean anchor) {
      List<String> conditions = new ArrayList<>();
      if (step.least() > 0) {
        conditions.add("event.properties.v >= " + step.least());
      }
      if (step.sameAsFirst()) {
        conditions.add("event.properties.w == first.properties.w");
      }
      String where =
          conditions.isEmpty() ? "" : ", where: '" + String.join(" && ", conditions) + "'";
      String span = step.absence() ? ", for: " : ", within: ";
      return "{ "
          + (step.absence() ? "absence: " : "event: ")
          + step.type()
          + where
          + (step.span() > 0 ? span + step.span() + "s" : "")
          + (anchor ? ", as: first" : "")
          + " }";
    }

    List<String> expected(List<Touchpoint> arrived, long proven) {
      return rules.stream()
          .flatMap(
              rule ->
                  NaiveModel.standing(rule, arrived, proven, DISORDER * 1_000L, settled).stream())
          .sorted()
          .toList();
    }

    /** An order of arrival in which nothing comes more than the disorder too late. */
    List<Touchpoint> shuffled() {
      Map<Touchpoint, Long> arrival = new HashMap<>();
      touchpoints.forEach(t -> arrival.put(t, t.time() + random.nextInt(DISORDER * 1_000)));
      return touchpoints.stream().sorted(Comparator.comparing(arrival::get)).toList();
    }
  }

  private static Stream<Long> seeds() {
    return Stream.iterate(SEED, seed -> seed + 1).limit(CASES);
  }

  @Test
  void theEngineDetectsWhatTheModelSaysAtEveryStep() {
    seeds().forEach(OracleTest::checkEveryStep);
  }

  private static void checkEveryStep(long seed) {
    Case random = new Case(seed);
    Story story = new Story(random.yaml());
    List<Touchpoint> arrived = new ArrayList<>();
    long proven = Long.MIN_VALUE;
    for (Touchpoint touchpoint : random.shuffled()) {
      story.arrives(touchpoint);
      arrived.add(touchpoint);
      if (random.random.nextInt(10) < 3) {
        story.arrives(touchpoint);
      }
      if (random.random.nextInt(3) == 0) {
        proven = Math.max(proven, touchpoint.time() - random.random.nextInt(20) * 1_000L);
      }
      story.provenAt(proven);
      assertThat(story.standing())
          .describedAs("seed %d, after %s, proven %d\n%s", seed, touchpoint, proven, random.yaml())
          .isEqualTo(random.expected(arrived, proven));
    }
    story.ends();
    assertThat(story.standing())
        .describedAs("seed %d, at the end\n%s", seed, random.yaml())
        .isEqualTo(random.expected(arrived, Long.MAX_VALUE));
  }

  @Test
  void touchpointsOfAnyLatenessLeaveTheSameMomentsStanding() {
    seeds().limit(CASES / 4).forEach(OracleTest::checkAnyOrder);
  }

  private static void checkAnyOrder(long seed) {
    Case random = new Case(seed);
    Story story = new Story(random.yaml());
    List<Touchpoint> any = new ArrayList<>(random.touchpoints);
    java.util.Collections.shuffle(any, random.random);
    for (Touchpoint touchpoint : any) {
      story.arrives(touchpoint).provenAt(touchpoint.time());
    }
    story.ends();
    assertThat(story.standing())
        .describedAs("seed %d\n%s", seed, random.yaml())
        .isEqualTo(random.expected(random.touchpoints, Long.MAX_VALUE));
  }

  @Test
  void settledDecisionsAreTheModelsWhateverTheOrderOfArrival() {
    seeds()
        .limit(CASES / 4)
        .forEach(
            seed -> {
              Case random = new Case(seed);
              if (random.settled) {
                List<Recommendation> decisions = decisions(random, random.touchpoints);
                assertThat(decisions.stream().map(OracleTest::show))
                    .describedAs("seed %d\n%s", seed, random.yaml())
                    .isEqualTo(
                        NaiveModel.decisions(
                            random.rules, random.touchpoints, DISORDER * 1_000L, true));
                assertThat(decisions(random, random.shuffled()))
                    .describedAs("seed %d\n%s", seed, random.yaml())
                    .isEqualTo(decisions);
              }
            });
  }

  private static String show(Recommendation r) {
    return (r.decidedAt() - Story.START) / 1_000.0 + " " + r.moment().id();
  }

  /** Time is proven as far as a sorted stream, or one within its disorder, allows. */
  private static List<Recommendation> decisions(Case random, List<Touchpoint> order) {
    Story story = new Story(random.yaml());
    long newest = Long.MIN_VALUE;
    for (Touchpoint touchpoint : order) {
      newest = Math.max(newest, touchpoint.time());
      story.arrives(touchpoint).provenAt(newest - 1);
    }
    return story.ends().recommendations;
  }
}
