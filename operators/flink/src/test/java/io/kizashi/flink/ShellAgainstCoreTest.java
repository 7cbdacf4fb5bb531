package io.kizashi.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.flink.PersonsTask.Timers;
import io.kizashi.flink.invariant.EveryRecordCounted;
import io.kizashi.flink.invariant.EverybodyFollows;
import io.kizashi.flink.invariant.OneTimer;
import io.kizashi.flink.invariant.StandingDerivable;
import io.kizashi.flink.invariant.StateBounded;
import io.kizashi.flink.story.CartStories;
import io.kizashi.flink.story.CustomersStory;
import io.kizashi.flink.story.OracleStories;
import io.kizashi.flink.story.Stories;
import io.kizashi.flink.story.StorySeeds;
import io.kizashi.flink.story.StoryStep;
import io.kizashi.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The persons stage on RocksDB against the core alone, over random stories: from two tasks to three
 * to one, with snapshots in the middle and sweeps while touchpoints arrive.
 */
class ShellAgainstCoreTest {
  private static final int CASES = 10;
  private static final int FIXED_CASES = 2;

  static List<Named<Stories>> stories() {
    return List.of(
        Named.of("carts", new CartStories()), Named.of("of the oracle", new OracleStories()));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void everyCustomerGetsWhatTheCoreAloneDecides(Stories stories) throws Exception {
    assertThat(moments(stories, Seeds.seed(), CASES))
        .as("moments in all stories")
        .isGreaterThan(CASES);
  }

  @ParameterizedTest
  @MethodSource("stories")
  void storiesThatFoundAFaultBeforeFindNoneNow(Stories stories) throws Exception {
    assertThat(moments(stories, StorySeeds.FIXED, FIXED_CASES)).isGreaterThan(FIXED_CASES);
  }

  private static long moments(Stories stories, long seed, int cases) throws Exception {
    long moments = 0;
    for (int number = 0; number < cases; number++) {
      moments += run(seed, number, stories.tell(new Random(StorySeeds.of(seed, number))));
    }
    return moments;
  }

  private static long run(long seed, int number, CustomersStory story) throws Exception {
    PureCore core = new PureCore(story.submitted());
    Timers timers = number % 2 == 0 ? Timers.HEAP : Timers.STORE;
    try (PersonsStage stage = new PersonsStage(story.submitted(), story.tasks(), timers)) {
      for (int i = 0; i < story.steps().size(); i++) {
        StoryStep step = story.steps().get(i);
        step.on(stage);
        step.on(core);
        align(core, stage);
        boolean areListed = timers == Timers.HEAP || step instanceof StoryStep.Rescaled;
        assertThat(broken(stage, core, areListed))
            .as("after step %d, %s, of %s", i, step, StorySeeds.hint(seed, number))
            .isEmpty();
      }
      assertThat(stage.emitted().differences(core.emitted()))
          .as("what customers got at the end of %s", StorySeeds.hint(seed, number))
          .isEmpty();
    }
    return core.emitted().count("moments");
  }

  /** Lets the core know whom a sweep has looked at meanwhile. */
  private static void align(PureCore core, PersonsStage stage) throws Exception {
    for (Customer customer : stage.customers()) {
      if (core.succession().isFollowedBy(customer.state())) {
        core.swept(customer.key());
      }
    }
  }

  private static List<String> broken(PersonsStage stage, PureCore core, boolean areTimersListed)
      throws Exception {
    List<String> broken = new ArrayList<>();
    Emitted emitted = stage.emitted();
    for (Customer customer : stage.customers()) {
      String key = customer.key();
      if (areTimersListed) {
        broken.addAll(OneTimer.brokenBy(key, customer.state().clock(), customer.timers()));
      }
      broken.addAll(StateBounded.brokenBy(key, customer.state()));
      broken.addAll(StandingDerivable.brokenBy(key, customer.state(), emitted.standing()));
      if (!stage.isSweeping()) {
        broken.addAll(EverybodyFollows.brokenBy(key, customer.state(), core.succession()));
      }
    }
    broken.addAll(
        EveryRecordCounted.brokenBy(
            stage.decoded(Count.READ),
            stage.counted(Count.FOLDED),
            stage.counted(Count.DUPLICATES),
            stage.decoded(Count.REJECTED),
            stage.counted(Count.LATE)));
    return broken;
  }
}
