package io.kizashi.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.CommandRun;
import io.kizashi.control.guard.Figures;
import io.kizashi.control.guard.GuardPlan;
import io.kizashi.control.guard.GuardedRollout;
import io.kizashi.control.publish.Draft;
import io.kizashi.control.publish.PublishResult;
import io.kizashi.control.publish.Publisher;
import io.kizashi.control.publish.RulebookTopic;
import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardedRolloutTest {
  private static final Figures BASE = new Figures(10_000, 500, 400, 10, 40, 20);
  private static final Figures ALIKE = new Figures(300, 15, 12, 0, 2, 0);
  private static final String CANDIDATE = Shop.waiting("6m");

  @TempDir Path folder = Path.of("");

  private final EmbeddedKafka kafka = EmbeddedKafka.start();
  private Installation shop = new Installation("", "");

  @BeforeEach
  void createTopics(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    shop = Installation.create(kafka.bootstrap(), name + "-");
  }

  @AfterAll
  void stop() {
    kafka.close();
  }

  @Test
  void aTextThatDoesAsWellReachesEverybodyStepByStep() throws IOException {
    try (FakeEngine engine = engine(ALIKE)) {
      CommandRun run = guarded("--steps", "1,10,100");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out().lines())
          .satisfiesExactly(
              line -> assertThat(line).startsWith("version 2 of 'shop' in force for 1 percent of"),
              line ->
                  assertThat(line)
                      .startsWith("  passed with 1 percent of the customers: moments per 1,000")
                      .contains("touchpoints 50.0 (base 50.0), share withheld 0.143 (base 0.091)"),
              line -> assertThat(line).startsWith("version 3 of 'shop' in force for 10 percent of"),
              line -> assertThat(line).startsWith("  passed with 10 percent of the customers: "),
              line -> assertThat(line).startsWith("version 4 of 'shop' in force on 2 of 2 tasks"),
              line -> assertThat(line).isEqualTo("everybody follows version 4"));
      assertThat(engine.version()).isEqualTo(4);
      assertThat(published(3).rollout())
          .contains(
              new Publication.Rollout(10, new RulebookDocument(base().toString(), 1, Shop.RULES)));
    }
  }

  @Test
  void aTextThatDoesWorseIsTakenBackBeforeTheStepIsOver() throws IOException {
    try (FakeEngine engine = engine(new Figures(150, 60, 12, 0, 2, 0))) {
      CommandRun run = guarded("--step", "1h");
      assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(run.err())
          .contains(
              "gone back: moments per 1,000 touchpoints 400.0 (base 50.0): at most 2 times the"
                  + " base's is allowed\nversion 3 of 'shop' in force on 2 of 2 tasks");
      assertThat(published(3).document().text()).isEqualTo(Shop.RULES);
      assertThat(published(3).rollout()).isEmpty();
      assertThat(published(3).why()).startsWith("moments per 1,000 touchpoints 400.0");
      assertThat(engine.version()).isEqualTo(3);
    }
  }

  @Test
  void aStepWithoutEnoughCustomersIsTakenBackToo() throws IOException {
    try (FakeEngine engine = engine(new Figures(150, 7, 6, 0, 1, 0))) {
      CommandRun run = guarded("--patience", "600ms");
      assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(run.err()).contains("gone back: only 150 of 200 touchpoints of its customers");
      assertThat(engine.version()).isEqualTo(3);
    }
  }

  @Test
  void whatSomebodyElsePublishesMeanwhileIsLeftAsItIs() {
    Publication theirs =
        new Publication(
            "shop",
            new RulebookDocument("theirs.yaml", 3, Shop.waiting("9m")),
            Optional.empty(),
            0,
            "kenji",
            "sale");
    try (FakeEngine engine = engine(new Figures(10, 0, 0, 0, 0, 0));
        Publisher publisher = new Publisher(shop.site(), Duration.ofSeconds(20))) {
      Watcher watcher =
          new Watcher(() -> shop.write("rulebooks", theirs.key(), ControlJson.encode(theirs)));
      GuardPlan plan =
          new GuardPlan(
              List.of(1, 100), Duration.ZERO, Duration.ofMinutes(1), 200, 2, 0.5, 0.2, 1.5);
      Draft draft = new Draft("shop", "ours.yaml", CANDIDATE, Optional.empty(), "mika", "");
      RulebookDocument base = new RulebookDocument("r.yaml", 1, Shop.RULES);
      try (GuardedRollout guard =
          new GuardedRollout(shop.site(), publisher, plan, draft, base, watcher)) {
        assertThat(guard.farewell()).isEmpty();
        GuardedRollout.Ending ending = guard.run();
        assertThat(ending.outcome()).isEqualTo("others");
        assertThat(ending.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(ending.text())
            .startsWith("stopped: somebody else published version 3 by kenji at ")
            .endsWith(" (sale); it is left as it is");
        assertThat(guard.farewell())
            .contains(
                "version 2 stays in force for 1 percent of the customers: go on with rules publish"
                    + " ours.yaml --guard --steps 1,100, go back with rules rollback shop");
      }
      assertThat(watcher.steps).hasSize(1);
      publisher.ledger().refresh();
      assertThat(publisher.ledger().book("shop").newest()).isEqualTo(3);
      assertThat(engine.version()).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void aRolloutThatStandsIsGoneOnWithFromItsOwnBase() throws IOException {
    try (FakeEngine engine = engine(ALIKE)) {
      CommandRun part = guarded("--steps", "1");
      assertThat(part.exitCode()).as(part.err()).isZero();
      assertThat(part.out()).contains("version 2 stays with these customers: go on with rules");
      CommandRun rest = guarded("--steps", "50,100");
      assertThat(rest.exitCode()).as(rest.err()).isZero();
      assertThat(published(3).rollout().orElseThrow().base().text()).isEqualTo(Shop.RULES);
      assertThat(engine.version()).isEqualTo(4);
    }
  }

  @Test
  void theTextThatTravelledWithTheJobIsAskedFor() throws IOException {
    try (FakeEngine engine = engine(ALIKE)) {
      CommandRun run = shop.run("rules", "publish", file(CANDIDATE), "--guard");
      assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(run.err()).contains("version 1 travels with the job", "--base");
      CommandRun wrong =
          shop.run("rules", "publish", file(CANDIDATE), "--guard", "--base", file(CANDIDATE));
      assertThat(wrong.err()).contains("is not the text in force: its hash is ");
      assertThat(engine.version()).isEqualTo(1);
    }
  }

  @Test
  void optionsOfTheGuardNeedTheGuard() throws IOException {
    assertThat(shop.run("rules", "publish", file(CANDIDATE), "--steps", "1").exitCode())
        .isEqualTo(ExitCode.USAGE);
    CommandRun run = shop.run("rules", "publish", file(CANDIDATE), "--guard", "--steps", "9,9");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("9 does not fit");
  }

  /** Does something at the first look. */
  private static final class Watcher implements GuardedRollout.Screen {
    private final List<PublishResult> steps = new ArrayList<>();
    private Optional<Runnable> once;

    Watcher(Runnable once) {
      this.once = Optional.of(once);
    }

    @Override
    public void step(PublishResult result) {
      steps.add(result);
    }

    @Override
    public void look(Supplier<String> figures) {
      assertThat(figures.get()).contains("/200 touchpoints, 0/0 s; moments ");
      once.ifPresent(Runnable::run);
      once = Optional.empty();
    }

    @Override
    public void passed(int percent, String figures) {
      throw new AssertionError(percent + " passed");
    }
  }

  /** An engine that counts the same in every step, on a topic that holds other things too. */
  private FakeEngine engine(Figures candidate) {
    return FakeEngine.start(
        shop.site(),
        "shop",
        Shop.RULES,
        2,
        adopted ->
            adopted.rollout().stream()
                .flatMap(
                    part ->
                        List.of(
                            "{\"kpi\":\"journeys\"}",
                            kpi(part.base(), (int) adopted.version(), BASE),
                            kpi(adopted.document(), (int) adopted.version(), candidate))
                            .stream())
                .toList());
  }

  private static String kpi(RulebookDocument document, int window, Figures figures) {
    return Kpi.json("shop", document.version(), document.hash(), window, figures);
  }

  private CommandRun guarded(String... options) throws IOException {
    List<String> all =
        new ArrayList<>(List.of("rules", "publish", file(CANDIDATE), "--guard", "--step", "1ms"));
    all.addAll(List.of("--base", base().toString(), "--patience", "2h"));
    for (int i = 0; i < options.length; i += 2) {
      int known = all.indexOf(options[i]);
      if (known >= 0) {
        all.set(known + 1, options[i + 1]);
      } else {
        all.addAll(List.of(options[i], options[i + 1]));
      }
    }
    return shop.run(all.toArray(String[]::new));
  }

  private Path base() throws IOException {
    return Files.writeString(folder.resolve("submitted.yaml"), Shop.RULES);
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("shop.yaml"), text).toString();
  }

  private Publication published(long version) {
    try (RulebookTopic ledger = new RulebookTopic(shop.site())) {
      return ledger.book("shop").holder(version).orElseThrow().publication();
    }
  }
}
