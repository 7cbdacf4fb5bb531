package io.kizashi.terminal;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One line on a terminal that is written over and over; silent in a pipe. Not thread-safe. */
public final class Progress implements AutoCloseable {
  private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final String TERMINAL = "kizashi.terminal";
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean shown;
  private long next = System.nanoTime();

  private Progress(PrintWriter err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  /** Progress of a person's command, shown only on a terminal. */
  public static Progress on(PrintWriter err) {
    return new Progress(err, isTerminal());
  }

  /**
   * Whether a person reads along. The launcher knows and says so: what Java's own console tells
   * differs between its versions.
   */
  public static boolean isTerminal() {
    return Boolean.getBoolean(TERMINAL);
  }

  /** Shows a text, at most five times a second; the text is not made when it is not shown. */
  public void show(Supplier<String> text) {
    if (shown && System.nanoTime() - next >= 0) {
      next = System.nanoTime() + EVERY_NANOS;
      err.print(CLEAR_LINE + text.get());
      err.flush();
    }
  }

  /** Clears the line. */
  @Override
  public void close() {
    if (shown) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
