package io.kizashi.flink;

import io.kizashi.core.inforce.InForce;
import io.kizashi.flink.Memory.Kind;
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
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.util.function.ThrowingRunnable;

/**
 * Lets one task follow what is published. Rulebooks are compiled beside the task's thread and put
 * in force on it, at the time that is proven then.
 */
final class Adoption implements AutoCloseable {
  private final RulesInForce rules;
  private final Heard heard;
  private final ExpressionMemory memory = new ExpressionMemory();

  /** Of one thread: what the compiler would read side by side must not take the tasks' cores. */
  private final ExecutorService compiler = new ForkJoinPool(1);

  private boolean compiling;

  /** What the task gives: called on its thread. */
  interface Task {
    /** Proven time, milliseconds since the epoch. */
    long now();

    /** Runs something on the task's thread, later. */
    MailboxExecutor mailbox();

    /** Emits a status. */
    void say(RulebookStatus status);

    /** Something came into force. */
    void adopted();
  }

  /**
   * Goes on where the job stopped.
   *
   * @param submitted the rulebook that travels with the job
   * @param restored what all tasks remembered; empty at a first start
   */
  Adoption(RulebookDocument submitted, Iterable<Memory> restored, int task, int tasks) {
    this.heard = new Heard(task, tasks);
    Restoring restoring = new Restoring(restored, memory);
    this.rules = restoring.rules(submitted);
    restoring.resume(rules, heard);
  }

  /** What is in force for a customer. */
  InForce of(String customer) {
    return rules.of(customer);
  }

  /** Whether the rules have never changed, so that all customers follow them. */
  boolean isFirst() {
    return rules.isFirst();
  }

  /** Whether a publication is being compiled. */
  boolean isCompiling() {
    return compiling;
  }

  /** What this task says of the rules it has. */
  RulebookStatus status() {
    return heard.adopted(rules.current());
  }

  /** Takes note of what people say. */
  void hear(Control control, Task task) {
    if (control instanceof Pause pause) {
      rules.hear(pause);
      return;
    }
    heard.hear((Publication) control, rules.current()).ifPresent(task::say);
    compile(task);
  }

  private void compile(Task task) {
    Optional<Publication> next = heard.next();
    if (compiling || next.isEmpty()) {
      return;
    }
    compiling = true;
    compiler.execute(() -> compile(next.get(), task));
  }

  /**
   * Beside the task's thread. What must never happen fails the task, instead of being forgotten.
   */
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
    } catch (RejectedExecutionException e) { // the task is closing, and remembers what it heard
      compiler.shutdown();
    }
  }

  private void take(Compiled compiled, Task task) {
    compiling = false;
    if (compiled instanceof Compiled.Bad bad) {
      task.say(heard.refuse(bad.publication(), bad.problems()));
    } else if (compiled instanceof Compiled.Good good
        && good.publication().version() > rules.current().publication().version()) {
      rules.adopt(new Reign(good.publication(), good.rules(), good.base(), task.now()));
      heard.begin(rules.current()).forEach(task::say);
      task.adopted();
    }
    compile(task);
  }

  /**
   * What must not be forgotten. Barriers are aligned, so every task has heard the same; one of them
   * keeps it for all. Since when a rulebook is in force is each task's own.
   *
   * @param speaks whether this task is the one
   * @param now proven time, milliseconds since the epoch
   */
  List<Memory> memories(boolean speaks, long now) {
    List<Memory> memories = new ArrayList<>();
    Reign current = rules.current();
    memories.add(new Memory(Kind.SINCE, current.since(), current.publication()));
    if (speaks) {
      memories.add(new Memory(Kind.NOW, now, current.publication()));
      rules.reigns().forEach(r -> memories.add(new Memory(Kind.REIGN, r.since(), r.publication())));
      heard.waiting().forEach(p -> memories.add(new Memory(Kind.WAITING, now, p)));
      heard.refused().forEach(p -> memories.add(new Memory(Kind.TAKEN, now, p)));
      rules.pauses().forEach(p -> memories.add(new Memory(Kind.PAUSE, now, p)));
    }
    return memories;
  }

  @Override
  public void close() {
    compiler.shutdownNow();
  }
}
