package io.kizashi.flink.control;

import io.kizashi.core.inforce.InForce;
import io.kizashi.flink.control.ControlRecord.Kind;
import io.kizashi.language.expression.ExpressionMemory;
import io.kizashi.schema.Control;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.RulebookStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.util.function.ThrowingRunnable;

/**
 * Lets one task follow what is published. Rulebooks are compiled beside the task's thread and put
 * in force on it, at the time that is proven then. All methods are called on the task's thread.
 */
public final class Adoption implements AutoCloseable {
  private final RulesInForce rules;
  private final PendingPublications pending;
  private final ExpressionMemory memory = new ExpressionMemory();
  private final ExecutorService compiler;
  private final List<RulebookStatus> opening;
  private long lastPause;
  private boolean compiling;

  /**
   * What the task gives.
   *
   * @param now proven time, milliseconds since the epoch
   * @param mailbox runs something on the task's thread, later
   * @param report emits a status
   * @param adopted is run when something has come into force
   */
  public record Task(
      LongSupplier now,
      MailboxExecutor mailbox,
      Consumer<RulebookStatus> report,
      Runnable adopted) {}

  /** How much of what a task knows it leaves in a checkpoint. */
  public enum Share {
    /** What is its own, and what all tasks know alike: exactly one task writes that. */
    OWN_AND_COMMON,
    /** What is its own. */
    OWN
  }

  /**
   * Goes on where the job stopped.
   *
   * @param submitted the rulebook that travels with the job
   * @param restored what all tasks left in the checkpoint; empty at a first start
   * @param soFar what lies on the topics, of each kind the oldest first
   * @throws IllegalStateException if a rulebook that was or is to be in force does not compile
   */
  public Adoption(
      RulebookDocument submitted,
      Iterable<ControlRecord> restored,
      List<Control> soFar,
      int task,
      int tasks) {
    // One thread: with more, the compiler would take cores that the tasks decide on.
    this(submitted, restored, soFar, new PendingPublications(task, tasks), new ForkJoinPool(1));
  }

  Adoption(
      RulebookDocument submitted,
      Iterable<ControlRecord> restored,
      List<Control> soFar,
      PendingPublications pending,
      ExecutorService compiler) {
    this.pending = pending;
    this.compiler = compiler;
    ControlRestore restore = new ControlRestore(restored, soFar, memory);
    this.rules = restore.rules(submitted);
    this.opening = restore.resume(rules, pending);
    this.lastPause = restore.lastPause();
  }

  /** What is in force for a customer. */
  public InForce of(String customer) {
    return rules.of(customer);
  }

  /** Whether the rules have never changed, so that all customers follow them. */
  public boolean isFirst() {
    return rules.isFirst();
  }

  /** Whether a publication is being compiled. */
  public boolean isCompiling() {
    return compiling;
  }

  /** What this task reports as it opens: of the rules it has, and of those it refused. */
  public List<RulebookStatus> opening() {
    return opening;
  }

  /**
   * Takes in what somebody published or paused; thaws and inquiries are no matter of rules.
   *
   * @throws IllegalStateException for a kind of control that this release does not know
   */
  public void receive(Control control, Task task) {
    if (control instanceof Publication publication) {
      pending.receive(publication, rules.current()).ifPresent(task.report());
      compile(task);
    } else if (control instanceof Pause pause) {
      set(pause);
    } else {
      throw new IllegalStateException("no task knows what to do at " + control.getClass());
    }
  }

  /** What was read as the task opened comes a second time; an old pause must not come back. */
  private void set(Pause pause) {
    if (pause.offset() > lastPause) {
      lastPause = ControlRestore.BEFORE_ALL;
      rules.set(pause);
    }
  }

  private void compile(Task task) {
    Optional<Publication> next = pending.next();
    if (compiling || next.isEmpty()) {
      return;
    }
    compiling = true;
    compiler.execute(() -> compile(next.get(), task));
  }

  /** Beside the task's thread. A defect of the compiler fails the task instead of being lost. */
  private void compile(Publication publication, Task task) {
    ThrowingRunnable<Exception> then;
    try {
      Compiled compiled = Compiled.of(publication, memory);
      then = () -> take(compiled, task);
    } catch (RuntimeException e) { // a defect of the compiler
      then =
          () -> {
            throw e;
          };
    }
    try {
      task.mailbox().execute(then, "adopt a rulebook");
    } catch (RejectedExecutionException e) { // the task is closing; a checkpoint has what it knew
      compiler.shutdown();
    }
  }

  private void take(Compiled compiled, Task task) {
    compiling = false;
    compiled
        .match(
            good -> activate(good, task),
            bad -> List.of(pending.refuse(bad.publication(), bad.problems())))
        .forEach(task.report());
    compile(task);
  }

  private List<RulebookStatus> activate(Compiled.Good good, Task task) {
    if (good.publication().version() <= rules.current().publication().version()) {
      return List.of();
    }
    rules.adopt(good.since(task.now().getAsLong()));
    task.adopted().run();
    return pending.activated(rules.current());
  }

  /**
   * What a checkpoint must hold. Barriers are aligned, so all tasks have received the same; one
   * writes it for all. Since when a rulebook is in force is each task's own.
   *
   * @param now proven time, milliseconds since the epoch
   */
  public List<ControlRecord> records(Share share, long now) {
    List<ControlRecord> records = new ArrayList<>();
    Activation current = rules.current();
    records.add(new ControlRecord(Kind.SINCE, current.since(), named(current.publication())));
    switch (share) {
      case OWN -> {}
      case OWN_AND_COMMON -> addCommon(records, now);
    }
    return records;
  }

  /**
   * Which one it is, with the hash in its text's place: every task writes it, and at a restore
   * every task reads what all have written.
   */
  private static Publication named(Publication publication) {
    RulebookDocument document = publication.document();
    return new Publication(
        publication.name(),
        new RulebookDocument(document.file(), document.version(), document.hash()),
        Optional.empty(),
        publication.offset(),
        "",
        "");
  }

  private void addCommon(List<ControlRecord> records, long now) {
    records.add(new ControlRecord(Kind.PROVEN, now, named(rules.current().publication())));
    rules
        .activations()
        .forEach(
            it -> records.add(new ControlRecord(Kind.ACTIVATION, it.since(), it.publication())));
    pending.waiting().forEach(it -> records.add(new ControlRecord(Kind.WAITING, now, it)));
    pending.refused().forEach(it -> records.add(new ControlRecord(Kind.REFUSED, now, it)));
    rules.pauses().forEach(it -> records.add(new ControlRecord(Kind.PAUSE, now, it)));
  }

  @Override
  public void close() {
    compiler.shutdownNow();
  }
}
