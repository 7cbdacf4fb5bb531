package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.CommandRun;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of bad rules on a cluster of real processes with two TaskManagers. Takes minutes:
 * {@code mvn verify -Plong -pl jobs/cli -am -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false
 * -Dit.test=BadRulesIT -Dfailsafe.failIfNoSpecifiedTests=false} runs it.
 */
@Tag("long")
@Timeout(400)
class BadRulesIT {
  private static final int TASKS = 2;
  private static final int EACH = 500;
  private static final long EVERY_MILLIS = 120;
  private static final int BROKEN = 10;
  private static final long SEED = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final Path rules;

  BadRulesIT(@TempDir Path parent) {
    this.folder = parent.resolve("cluster");
    this.rules = parent.resolve("rules.yaml");
  }

  @Test
  void ofAThousandPublicationsInAMinuteTheNewestGoodOneIsInForceAndEachOtherIsAnswered(
      TestReporter reporter) throws IOException, InterruptedException, ExecutionException {
    try (ClusterDrill cluster = start("30m");
        ShopPublications publications = new ShopPublications(cluster.bootstrap())) {
      publishFromTwo(publications);
      List<Publication> all = publications.all();
      Set<String> good = new HashSet<>();
      Publication newest = newest(all, good);
      Await.until(
          "every publication is answered by every task",
          PATIENCE,
          () ->
              answered(publications).values().stream().filter(t -> t.size() == TASKS).count()
                  >= all.size());
      Map<Integer, String> inForce = publications.inForce(0);
      List<OutputLine> answers = publications.answers(0);
      reporter.publishEntry(
          "%d publications, %d of them the first of their version and sound; words %s; in force %s"
              .formatted(all.size(), good.size(), words(answers), inForce));

      assertThat(all).hasSize(2 * EACH);
      assertThat(inForce).hasSize(TASKS);
      assertThat(inForce.values())
          .containsOnly(newest.version() + " " + newest.document().hash() + " 100");
      good.add(hash("30m"));
      assertThat(answers)
          .filteredOn(ShopPublications::isAdopted)
          .extracting(ShopPublications::hash)
          .allMatch(good::contains);
      assertThat(cluster.status().path("job").path("restarts").asInt()).isZero();
    }
  }

  /** Two who know nothing of each other: versions collide and go backwards. */
  private static void publishFromTwo(ShopPublications publications)
      throws InterruptedException, ExecutionException {
    ScheduledExecutorService two = Executors.newScheduledThreadPool(2);
    Random random = new Random(SEED);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      for (String by : List.of("mika", "kenji")) {
        long version = Math.max(2, 2 + i + random.nextInt(41) - 20);
        // No two texts are alike.
        String wait =
            (by.equals("mika") ? 2_000 + i : 3_000 + i) + (i % BROKEN == 9 ? " sec" : "s");
        running.add(
            two.schedule(
                () -> publications.send(ShopRules.NAME, version, ShopRules.text(5, wait), by).get(),
                i * EVERY_MILLIS,
                TimeUnit.MILLISECONDS));
      }
    }
    for (Future<?> one : running) {
      one.get();
    }
    two.shutdown();
  }

  /**
   * The highest version whose first text is sound.
   *
   * @param good is told the hashes of all that are first and sound
   */
  private static Publication newest(List<Publication> all, Set<String> good) {
    Map<Long, Publication> first = new HashMap<>();
    all.forEach(publication -> first.putIfAbsent(publication.version(), publication));
    List<Publication> sound =
        first.values().stream().filter(one -> !one.document().text().contains(" sec")).toList();
    sound.forEach(one -> good.add(one.document().hash()));
    return sound.stream().max(Comparator.comparing(Publication::version)).orElseThrow();
  }

  /** Which tasks have answered, by the hash of a text that was published. */
  private static Map<String, Set<String>> answered(ShopPublications publications) {
    Map<String, Set<String>> answered = new HashMap<>();
    for (OutputLine answer : publications.answers(0)) {
      if (ShopPublications.version(answer) > 1) {
        answered
            .computeIfAbsent(ShopPublications.hash(answer), hash -> new HashSet<>())
            .add(answer.get("task"));
      }
    }
    return answered;
  }

  private static Map<String, Integer> words(List<OutputLine> answers) {
    Map<String, Integer> words = new HashMap<>();
    for (OutputLine answer : answers) {
      words.merge(
          ShopPublications.isAdopted(answer) ? "adopted" : answer.get("code"), 1, Integer::sum);
    }
    return words;
  }

  @Test
  void aRolloutOfThirtySecondsForThirtyMinutesIsStoppedByItselfBelowTenPercent(
      TestReporter reporter) throws IOException {
    Path typo = Files.writeString(folder.resolveSibling("typo.yaml"), text("30s"));
    // A minute of the stream in a second.
    Traffic.Clock fast =
        new Traffic.Clock(System.currentTimeMillis() - Duration.ofHours(8).toMillis(), 60);
    try (ClusterDrill cluster = start("30m");
        ShopPublications publications = new ShopPublications(cluster.bootstrap())) {
      CommandRun guarded;
      double seconds;
      try (Traffic traffic = new Traffic(cluster.bootstrap(), 1_600, fast, BadRulesIT::visit)) {
        long passed = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        Await.until("carts are left", PATIENCE, () -> System.nanoTime() - passed >= 0);
        long begun = System.nanoTime();
        guarded =
            CommandRun.of(
                "rules",
                "publish",
                typo.toString(),
                "--bootstrap",
                cluster.bootstrap(),
                "--base",
                rules.toString(),
                "--guard",
                "--step",
                "30s",
                "--by",
                "drill");
        seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(traffic).isNotNull();
      }
      List<Integer> percents = publications.all().stream().map(Publication::percent).toList();
      reporter.publishEntry(
          "rollout of 30s for 30m: over after %.1f s, percents %s; in force %s; it said: %s%s"
              .formatted(seconds, percents, publications.inForce(0), guarded.out(), guarded.err()));

      assertThat(guarded.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(guarded.err()).contains("gone back: moments");
      assertThat(percents).endsWith(Publication.EVERYBODY).hasSizeGreaterThan(1);
      assertThat(percents.subList(0, percents.size() - 1)).allMatch(percent -> percent < 10);
      assertThat(publications.inForce(0)).hasSize(TASKS);
      assertThat(publications.inForce(0).values())
          .containsOnly(percents.size() + 1 + " " + hash("30m") + " 100");
    }
  }

  /** A quarter are carts; nine of ten are bought within the next ten minutes, some of them soon. */
  private static Traffic.Visit visit(long number) {
    long customer = number / 4;
    long buyer = customer - 1_000 - customer % 7 * 300;
    boolean buys = number % 4 == 1 && buyer >= 0 && buyer % 10 != 0;
    if (number % 4 == 0) {
      return new Traffic.Visit("cart_updated", "c-" + customer, "{\"shelf\":1}");
    }
    return new Traffic.Visit(
        buys ? "order_placed" : "page_viewed", "c-" + (buys ? buyer : customer), "{}");
  }

  private static String text(String wait) {
    return ShopRules.text(2, wait);
  }

  private static String hash(String wait) {
    return new RulebookDocument("", 1, text(wait)).hash();
  }

  private ClusterDrill start(String wait) throws IOException {
    return ClusterDrill.start(
        folder, "--rulebook", Files.writeString(rules, text(wait)).toString());
  }
}
