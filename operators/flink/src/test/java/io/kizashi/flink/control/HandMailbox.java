package io.kizashi.flink.control;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.util.function.ThrowingRunnable;

/** A task's mailbox, whose mails a test runs when it wants. */
final class HandMailbox implements MailboxExecutor {
  private final Queue<ThrowingRunnable<? extends Exception>> mails = new ArrayDeque<>();
  private final Runnable onMail;
  private boolean closed;

  /** Runs something, on the sender's thread, when a mail is about to be taken in. */
  HandMailbox(Runnable onMail) {
    this.onMail = onMail;
  }

  @Override
  public void execute(
      MailOptions options,
      ThrowingRunnable<? extends Exception> command,
      String description,
      Object... arguments) {
    onMail.run();
    synchronized (mails) {
      if (closed) {
        throw new RejectedExecutionException("the task is closing");
      }
      mails.add(command);
    }
  }

  /** What is in it is dropped, and nothing more is taken in. */
  void close() {
    synchronized (mails) {
      closed = true;
      mails.clear();
    }
  }

  int size() {
    synchronized (mails) {
      return mails.size();
    }
  }

  @Override
  public void yield() {
    throw new UnsupportedOperationException("nobody waits here");
  }

  @Override
  public boolean tryYield() {
    ThrowingRunnable<? extends Exception> next;
    synchronized (mails) {
      next = mails.poll();
    }
    if (next == null) {
      return false;
    }
    try {
      next.run();
    } catch (Exception e) { // as a mail declares it
      throw new AssertionError("a mail fails", e);
    }
    return true;
  }

  @Override
  public boolean shouldInterrupt() {
    return false;
  }
}
