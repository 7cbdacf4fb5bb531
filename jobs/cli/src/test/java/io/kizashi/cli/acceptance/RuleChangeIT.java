package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.control.publish.Draft;
import io.kizashi.control.publish.PublishResult;
import io.kizashi.control.publish.Publisher;
import io.kizashi.control.publish.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes of rules on a cluster of real processes with two TaskManagers. Takes minutes: {@code mvn
 * verify -Plong -pl jobs/cli -am -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false
 * -Dit.test=RuleChangeIT -Dfailsafe.failIfNoSpecifiedTests=false} runs it.
 */
@Tag("long")
@Timeout(600)
class RuleChangeIT {
  private static final int RULES = 200;
  private static final int PER_SECOND = 2_000;
  private static final int CHANGES = 50;

  /** Changes before the measured ones: a JVM runs cold what it never ran. They are told, too. */
  private static final int FIRST_CHANGES = 10;

  private static final Duration WARM_UP = Duration.ofSeconds(90);
  private static final Duration QUIET = Duration.ofSeconds(20);
  private static final long MOST_MILLIS = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final Path rules;

  RuleChangeIT(@TempDir Path parent) {
    this.folder = parent.resolve("cluster");
    this.rules = parent.resolve("rules.yaml");
  }

  @Test
  void fiftyChangesAreInForceWithinASecondAndDisturbNobody(TestReporter reporter)
      throws IOException {
    List<Long> first = new ArrayList<>();
    List<Long> adoptions = new ArrayList<>();
    try (ClusterDrill cluster = start(ShopRules.text(RULES, "30m"));
        Publisher publisher = new Publisher(site(cluster), PATIENCE)) {
      long quiet;
      long changing;
      long changed;
      try (Traffic traffic = busy(cluster, PER_SECOND)) {
        pass(WARM_UP);
        for (int i = 1; i <= FIRST_CHANGES; i++) {
          first.add(publish(publisher, ShopRules.text(RULES, (i + 100) + "m")).toMillis());
          pass(Duration.ofSeconds(1));
        }
        pass(QUIET);
        quiet = System.currentTimeMillis();
        pass(QUIET);
        changing = System.currentTimeMillis();
        for (int i = 1; i <= CHANGES; i++) {
          adoptions.add(publish(publisher, ShopRules.text(RULES, (30 + i) + "m")).toMillis());
          pass(Duration.ofMillis(500 + 500L * i / CHANGES));
        }
        changed = System.currentTimeMillis();
        assertThat(traffic).isNotNull();
      }
      Latencies latencies = awaitAnswers(cluster);
      adoptions.sort(Long::compare);
      List<Long> before = latencies.between(quiet, changing);
      List<Long> during = latencies.between(changing, changed);
      int restarts = cluster.status().path("job").path("restarts").asInt();
      reporter.publishEntry(
          "%d changes of %d rules at %d touchpoints/s: in force after ms %s, then p50 %d, p99 %d, most %d; latency ms before p50 %d, p99 %d of %d, during p50 %d, p99 %d of %d; restarts %d; touchpoints to answer %d, answers %d"
              .formatted(
                  CHANGES,
                  RULES,
                  PER_SECOND,
                  first,
                  Latencies.percentile(adoptions, 50),
                  Latencies.percentile(adoptions, 99),
                  Latencies.percentile(adoptions, 100),
                  Latencies.percentile(before, 50),
                  Latencies.percentile(before, 99),
                  before.size(),
                  Latencies.percentile(during, 50),
                  Latencies.percentile(during, 99),
                  during.size(),
                  restarts,
                  latencies.asked(),
                  latencies.answers()));

      assertThat(restarts).isZero();
      assertThat(latencies.unpaired()).isEmpty();
      assertThat(latencies.answers()).isEqualTo(latencies.asked());
      assertThat(Latencies.percentile(adoptions, 99)).isLessThanOrEqualTo(MOST_MILLIS);
      assertThat(Latencies.percentile(during, 99))
          .isLessThanOrEqualTo(2 * Latencies.percentile(before, 99));
    }
  }

  @Test
  void aTaskKilledInMidChangeAndASavepointFromBeforeItEndOnTheNewestVersion(TestReporter reporter)
      throws IOException {
    try (ClusterDrill cluster = start(ShopRules.text(10, "30m"));
        ShopPublications publications = new ShopPublications(cluster.bootstrap());
        Publisher publisher = new Publisher(site(cluster), PATIENCE)) {
      double seconds;
      String savepoint;
      try (Traffic traffic = busy(cluster, 500)) {
        pass(Duration.ofSeconds(15));
        // It stands still, so that it can't have adopted when it is killed.
        cluster.freeze("tm1");
        publications.write(ShopRules.NAME, 2, ShopRules.text(10, "31m"));
        assertThat(publications.inForce(0).values())
            .filteredOn(at -> at.startsWith("2 "))
            .hasSizeLessThan(2);
        seconds = cluster.killAndRestart("tm1");
        awaitInForce(publications, 0, 2);
        savepoint = cluster.savepoint();
        publish(publisher, ShopRules.text(10, "32m"));
        assertThat(traffic).isNotNull();
      }
      Latencies latencies = awaitAnswers(cluster);
      assertThat(latencies.unpaired()).isEmpty();
      assertThat(latencies.differentAnswers()).isEqualTo(latencies.asked());
      cluster.stop();
      long restored = System.currentTimeMillis();
      cluster.startAgain("--from", savepoint);
      awaitInForce(publications, restored, 3);
      reporter.publishEntry(
          "killed in mid change: works again after %.1f s on version 2; %d of %d touchpoints answered, %d answers repeated; restored a savepoint of version 2: both tasks on %s"
              .formatted(
                  seconds,
                  latencies.differentAnswers(),
                  latencies.asked(),
                  latencies.answers() - latencies.differentAnswers(),
                  publications.inForce(restored)));
    }
  }

  private ClusterDrill start(String text) throws IOException {
    return ClusterDrill.start(folder, "--rulebook", Files.writeString(rules, text).toString());
  }

  private static Site site(ClusterDrill cluster) {
    return new Site(Map.of("bootstrap.servers", cluster.bootstrap()), "");
  }

  private static Traffic busy(ClusterDrill cluster, int perSecond) {
    return new Traffic(
        cluster.bootstrap(), perSecond, Traffic.Clock.ofThisMachine(), ShopRules::visit);
  }

  /** Publishes as the command does; says after what time all tasks had adopted it. */
  private static Duration publish(Publisher publisher, String text) {
    Draft draft = new Draft(ShopRules.NAME, "drill.yaml", text, Optional.empty(), "drill", "");
    PublishResult result = publisher.publish(draft);
    assertThat(result).isInstanceOf(PublishResult.Adopted.class);
    return ((PublishResult.Adopted) result).after();
  }

  private static Latencies awaitAnswers(ClusterDrill cluster) {
    Await.until(
        "every failed payment is answered",
        PATIENCE,
        () -> new Latencies(cluster.bootstrap()).unpaired().isEmpty());
    return new Latencies(cluster.bootstrap());
  }

  private static void awaitInForce(ShopPublications publications, long since, long version) {
    Await.until(
        "version " + version + " is in force on both tasks",
        PATIENCE,
        () -> {
          List<String> all = List.copyOf(publications.inForce(since).values());
          return all.size() == 2 && all.stream().allMatch(at -> at.startsWith(version + " "));
        });
  }

  private static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    Await.until("time passes", time.plus(PATIENCE), () -> System.nanoTime() - end >= 0);
  }
}
