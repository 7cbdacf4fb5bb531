package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.control.publish.Draft;
import io.kizashi.control.publish.PublishResult;
import io.kizashi.control.publish.Publisher;
import io.kizashi.control.publish.Site;
import io.kizashi.schema.Rfc3339;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new rule over a million customers with thirty days of history, on a cluster of real processes
 * with two TaskManagers. Takes minutes: {@code mvn verify -Plong -pl jobs/cli -am -Dtest=none
 * -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=ManyCustomersIT
 * -Dfailsafe.failIfNoSpecifiedTests=false} runs it.
 */
@Tag("long")
@Timeout(1_200)
class ManyCustomersIT {
  private static final int CUSTOMERS = 1_000_000;
  private static final int PER_SECOND = 20_000;

  /** One of so many visits is a cart, all others are the first page of a customer. */
  private static final int CART = 11;

  private static final long VISITS = CUSTOMERS + CUSTOMERS / (CART - 1);
  private static final long MONTH = Duration.ofDays(30).toMillis();
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private static final String BOOK =
      """
      rulebook: many
      disorder: 1s
      history: { touchpoints: 50, for: 60d }
      moments:
        payment_failed: { kind: moment_of_truth, pattern: [ { event: payment_failed } ] }
        left: { kind: drop_off, pattern: [ { event: cart_updated }, { absence: order_placed, for: %s } ] }
      %s
      actions:
        payment_help: { kind: serve, answers: [payment_failed], channels: [web], expires: 30m, content: { web: { en: a } } }
      """;
  private static final String BEFORE = BOOK.formatted("5d", "");
  private static final String AFTER =
      BOOK.formatted(
          "6d", "  seen: { kind: moment_of_truth, pattern: [ { event: page_viewed } ] }");

  private final Path folder;
  private final Path rules;

  ManyCustomersIT(@TempDir Path parent) {
    this.folder = parent.resolve("cluster");
    this.rules = parent.resolve("rules.yaml");
  }

  @Test
  void aNewRuleRaisesNothingOfTheTimeBeforeItAndWhatWasPendingIsJudgedOnce(TestReporter reporter)
      throws IOException {
    long start = System.currentTimeMillis() - 2 * MONTH;
    String rulebook = Files.writeString(rules, BEFORE).toString();
    try (ClusterDrill cluster = ClusterDrill.start(folder, "--rulebook", rulebook)) {
      String bootstrap = cluster.bootstrap();
      long begun = System.nanoTime();
      int speed = (int) (MONTH * PER_SECOND / VISITS / 1_000);
      Traffic.Clock month = new Traffic.Clock(start, speed);
      Told told = tell(bootstrap, VISITS, PER_SECOND, month, ManyCustomersIT::visit);
      long adopted = told.until() + Duration.ofMinutes(1).toMillis();
      long carts = (told.visits() + CART - 1) / CART;
      tell(bootstrap, 100, 20, new Traffic.Clock(adopted, 1), n -> failed("before-" + n));
      awaitAnswers(bootstrap, 100);
      double read = seconds(begun);
      begun = System.nanoTime();
      double force = publish(bootstrap);
      // The time of the stream passes every deadline; whoever is not swept yet is judged all the
      // same.
      tell(
          bootstrap,
          4_000,
          200,
          new Traffic.Clock(adopted + 60_000, 50_000),
          ManyCustomersIT::page);
      tell(
          bootstrap,
          100,
          20,
          new Traffic.Clock(adopted + Duration.ofDays(12).toMillis(), 1),
          n -> failed("after-" + n));
      awaitAnswers(bootstrap, 200);
      Await.until("all carts are judged", PATIENCE, () -> left(bootstrap).size() >= carts);
      double judged = seconds(begun);
      List<OutputLine> left = left(bootstrap);
      List<OutputLine> seen = moments(bootstrap, "seen");
      long late = left.stream().filter(moment -> version(moment) == 2).count();
      reporter.publishEntry(
          "%d customers, %d touchpoints of 30 days read in %.0f s; new version in force after %.2f s; %d carts judged once each, %d of them by the new version, %.0f s after it was published; the new rule raised %d moments, all of customers who came after it; restarts %d"
              .formatted(
                  CUSTOMERS,
                  told.visits(),
                  read,
                  force,
                  left.size(),
                  late,
                  judged,
                  seen.size(),
                  cluster.status().path("job").path("restarts").asInt()));

      assertThat(seen).isNotEmpty().allMatch(moment -> moment.get("customer").startsWith("new-"));
      assertThat(left).hasSize((int) carts).allMatch(m -> m.get("status").equals("detected"));
      assertThat(left.stream().map(moment -> moment.get("id")).distinct()).hasSize((int) carts);
      assertThat(left)
          .allMatch(moment -> (version(moment) == 2) == (time(moment) > adopted), "of its time");
      assertThat(late).isPositive();
    }
  }

  private static Traffic.Visit visit(long number) {
    return number % CART == 0
        ? new Traffic.Visit("cart_updated", "c-" + number / CART * (CART - 1), "{}")
        : new Traffic.Visit("page_viewed", "c-" + (number - number / CART - 1), "{}");
  }

  private static Traffic.Visit page(long number) {
    return new Traffic.Visit("page_viewed", "new-" + number, "{}");
  }

  private static Traffic.Visit failed(String customer) {
    return new Traffic.Visit("payment_failed", customer, "{}");
  }

  /** What has been told: how many visits, and up to which time. */
  private record Told(long visits, long until) {}

  /** Tells so many visits, or a few more. */
  private static Told tell(
      String bootstrap, long visits, int perSecond, Traffic.Clock clock, Traffic.Script script) {
    Traffic traffic = new Traffic(bootstrap, perSecond, clock, script);
    try (traffic) {
      Await.until("all is told", PATIENCE, () -> traffic.told() >= visits);
    }
    return new Told(traffic.told(), traffic.now());
  }

  private static double publish(String bootstrap) {
    Site site = new Site(Map.of("bootstrap.servers", bootstrap), "");
    try (Publisher publisher = new Publisher(site, PATIENCE)) {
      Draft draft = new Draft("many", "drill.yaml", AFTER, Optional.empty(), "drill", "");
      PublishResult result = publisher.publish(draft);
      assertThat(result).isInstanceOf(PublishResult.Adopted.class);
      return ((PublishResult.Adopted) result).after().toMillis() / 1_000.0;
    }
  }

  private static void awaitAnswers(String bootstrap, int count) {
    Await.until(
        "all that came before is read",
        PATIENCE,
        () -> TopicReader.read(bootstrap, "recommendations").size() >= count);
  }

  private static List<OutputLine> left(String bootstrap) {
    return moments(bootstrap, "left");
  }

  private static List<OutputLine> moments(String bootstrap, String rule) {
    return TopicReader.lines(bootstrap, "moments").stream()
        .filter(moment -> moment.get("rule").equals(rule))
        .toList();
  }

  private static long version(OutputLine moment) {
    return moment.json().path("rulebook").path("version").asLong();
  }

  private static long time(OutputLine moment) {
    return Rfc3339.parse(moment.get("detectedAt")).orElseThrow();
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
