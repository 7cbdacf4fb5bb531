package io.kizashi.cli.run;

import io.kizashi.local.engine.Running;
import io.kizashi.local.watch.EngineWatch;
import io.kizashi.terminal.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends the process as done when it is stopped from outside. Java would end it by the signal, which
 * a service manager takes for a failure.
 */
final class StopSignal implements AutoCloseable {
  private final AtomicBoolean isStopping = new AtomicBoolean();
  private final Thread hook;

  private StopSignal(Running running, EngineWatch watch, PrintWriter out) {
    this.hook = new Thread(() -> stop(running, watch, out), "run-stop");
  }

  /** From now on until it is closed. */
  static StopSignal on(Running running, EngineWatch watch, PrintWriter out) {
    StopSignal signal = new StopSignal(running, watch, out);
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** Does something, unless the process is being stopped: what is seen of the job is no news. */
  void unless(Runnable action) {
    if (!isStopping.get()) {
      action.run();
    }
  }

  private void stop(Running running, EngineWatch watch, PrintWriter out) {
    isStopping.set(true);
    watch.stopping();
    running.close();
    out.println("stopped: all that was decided is written, and a next start goes on from here");
    out.flush();
    Runtime.getRuntime().halt(ExitCode.DONE);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It runs already, and ends the process.
      return;
    }
  }
}
