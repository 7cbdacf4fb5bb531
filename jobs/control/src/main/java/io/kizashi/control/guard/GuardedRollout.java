package io.kizashi.control.guard;

import io.kizashi.control.publish.Draft;
import io.kizashi.control.publish.PublishResult;
import io.kizashi.control.publish.PublishedHistory;
import io.kizashi.control.publish.Publisher;
import io.kizashi.control.publish.Site;
import io.kizashi.control.report.ResultText;
import io.kizashi.local.kafka.Subscriber;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.ExitCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Rolls a text out step by step, compares its customers with the others, and goes back. */
public final class GuardedRollout implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Publisher publisher;
  private final GuardPlan plan;
  private final Draft candidate;
  private final RulebookDocument base;
  private final Screen screen;
  private final List<Bound> bounds;
  private final RolloutComparison comparison;
  private final Subscriber kpis;

  /** The step that stands, for whoever is interrupted; from another thread, too. */
  private volatile Optional<Publication> standing = Optional.empty();

  /** Where progress is shown. */
  public interface Screen {
    /** A step was published, or could not be. */
    void step(PublishResult result);

    /** A look at the figures within a step. */
    void look(Supplier<String> figures);

    /** A step is over, and nothing spoke against it. */
    void passed(int percent, String figures);
  }

  /**
   * How it ended.
   *
   * @param exitCode of the process
   * @param outcome one word for programs: everybody, part, back, others, refused or silent
   * @param text in words
   */
  public record Ending(int exitCode, String outcome, String text) {}

  /**
   * Begins to listen; publishes nothing yet.
   *
   * @param candidate the new text
   * @param base what all others follow meanwhile
   * @throws io.kizashi.terminal.EnvironmentFault if the broker or a topic is not there
   */
  public GuardedRollout(
      Site site,
      Publisher publisher,
      GuardPlan plan,
      Draft candidate,
      RulebookDocument base,
      Screen screen) {
    site.require(Site.KPIS);
    this.publisher = publisher;
    this.plan = plan;
    this.candidate = candidate;
    this.base = base;
    this.screen = screen;
    this.bounds = Bound.of(plan);
    String hash = candidate.as(1).document().hash();
    this.comparison = new RolloutComparison(candidate.name(), hash, base.hash());
    this.kpis = Subscriber.fromNow(site.client(), site.topic(Site.KPIS));
  }

  /** Goes through the steps. */
  public Ending run() {
    long version = Math.max(1, newest());
    for (int percent : plan.steps()) {
      PublishResult result = publisher.publishAfter(version, candidate.to(part(percent)));
      screen.step(result);
      if (!(result instanceof PublishResult.Adopted)) {
        return ended(result);
      }
      standing = Optional.of(result.publication());
      version = result.publication().version();
      if (percent == Publication.EVERYBODY) {
        return new Ending(ExitCode.DONE, "everybody", "everybody follows version " + version);
      }
      Optional<Ending> end = watch(version);
      if (end.isPresent()) {
        return end.get();
      }
      screen.passed(percent, figures());
    }
    return new Ending(
        ExitCode.DONE, "part", "version " + version + " stays with these customers: " + wayOn());
  }

  private Optional<Publication.Rollout> part(int percent) {
    return percent == Publication.EVERYBODY
        ? Optional.empty()
        : Optional.of(new Publication.Rollout(percent, base));
  }

  private long newest() {
    return publisher.ledger().book(candidate.name()).newest();
  }

  /** Looks at the figures until the step is over; says how it all ended if it is the last. */
  private Optional<Ending> watch(long version) {
    long start = System.nanoTime();
    while (true) {
      kpis.poll(LOOK).forEach(record -> KpiWindow.read(record.value()).ifPresent(comparison::hear));
      publisher.ledger().refresh();
      if (newest() > version) {
        return Optional.of(others());
      }
      Optional<Bound> broken = broken();
      if (broken.isPresent()) {
        Bound bound = broken.get();
        return Optional.of(back(version, reason(bound) + ": " + bound.allowed() + " is allowed"));
      }
      Duration past = Duration.ofNanos(System.nanoTime() - start);
      long sample = comparison.sample(version);
      if (sample >= plan.sample() && past.compareTo(plan.step()) >= 0) {
        return Optional.empty();
      }
      if (past.compareTo(plan.patience()) >= 0) {
        return Optional.of(back(version, tooFew(sample)));
      }
      screen.look(() -> brief(sample, past));
    }
  }

  private Optional<Bound> broken() {
    Figures ours = comparison.candidate();
    Figures others = comparison.base();
    return bounds.stream().filter(bound -> bound.broken(ours, others)).findFirst();
  }

  private String reason(Bound bound) {
    return bound.figures(comparison.candidate(), comparison.base());
  }

  private String figures() {
    return bounds.stream().map(this::reason).collect(Collectors.joining(", "));
  }

  /** Fits a line of a terminal. */
  private String brief(long sample, Duration past) {
    String figures =
        bounds.stream()
            .map(bound -> bound.brief(comparison.candidate(), comparison.base()))
            .collect(Collectors.joining(", "));
    return String.format(
        "%d/%d touchpoints, %d/%d s; %s",
        sample, plan.sample(), past.toSeconds(), plan.step().toSeconds(), figures);
  }

  private String tooFew(long sample) {
    return "only "
        + sample
        + " of "
        + plan.sample()
        + " touchpoints of its customers within "
        + plan.patience().toSeconds()
        + " s (--sample, --patience)";
  }

  private Ending back(long version, String reason) {
    Draft old =
        new Draft(
            candidate.name(), base.file(), base.text(), Optional.empty(), candidate.by(), reason);
    PublishResult result = publisher.publishAfter(version, old);
    if (result instanceof PublishResult.Conflict || result instanceof PublishResult.Overtaken) {
      return others();
    }
    int code = Math.max(ExitCode.INPUT, ResultText.exitCode(result));
    String text = "gone back: " + reason + "\n" + ResultText.text(result, publisher.ledger());
    return new Ending(code, "back", text);
  }

  private Ending others() {
    PublishedHistory book = publisher.ledger().book(candidate.name());
    String whose =
        book.head()
            .filter(head -> head.version() > standing.map(Publication::version).orElse(0L))
            .map(head -> "version " + head.version() + " " + ResultText.origin(head))
            .orElse("a higher version");
    return new Ending(
        ExitCode.INPUT,
        "others",
        "stopped: somebody else published " + whose + "; it is left as it is");
  }

  private Ending ended(PublishResult result) {
    if (result instanceof PublishResult.Conflict || result instanceof PublishResult.Overtaken) {
      return others();
    }
    return result instanceof PublishResult.Silent
        ? new Ending(ExitCode.ENVIRONMENT, "silent", "stopped: " + wayOn())
        : new Ending(
            ExitCode.INPUT,
            "refused",
            "stopped: " + farewell().orElse("everybody follows the old text as before"));
  }

  /** What to do about a rollout that stands still. */
  private String wayOn() {
    int reached = standing.map(Publication::percent).orElse(0);
    String steps =
        plan.steps().stream()
            .filter(percent -> percent >= reached)
            .map(String::valueOf)
            .collect(Collectors.joining(","));
    return "go on with rules publish "
        + candidate.file()
        + " --guard --steps "
        + steps
        + ", go back with rules rollback "
        + candidate.name();
  }

  /** What an interruption leaves behind; empty where nothing was published yet. */
  public Optional<String> farewell() {
    return standing.map(
        step ->
            "version "
                + step.version()
                + " stays in force for "
                + ResultText.customers(step.percent())
                + ": "
                + wayOn());
  }

  @Override
  public void close() {
    kpis.close();
  }
}
