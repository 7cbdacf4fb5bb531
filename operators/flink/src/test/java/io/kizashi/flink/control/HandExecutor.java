package io.kizashi.flink.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Runs what it is given when a test wants, on the test's thread. */
final class HandExecutor extends AbstractExecutorService {
  private final Queue<Runnable> work = new ArrayDeque<>();
  private boolean shutDown;

  /** Runs what was given first; false if there is nothing. */
  boolean runNext() {
    Runnable next = work.poll();
    if (next != null) {
      next.run();
    }
    return next != null;
  }

  @Override
  public void execute(Runnable command) {
    if (shutDown) {
      throw new RejectedExecutionException("shut down");
    }
    work.add(command);
  }

  @Override
  public void shutdown() {
    shutDown = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutDown = true;
    List<Runnable> left = new ArrayList<>(work);
    work.clear();
    return left;
  }

  @Override
  public boolean isShutdown() {
    return shutDown;
  }

  @Override
  public boolean isTerminated() {
    return shutDown && work.isEmpty();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return isTerminated();
  }
}
