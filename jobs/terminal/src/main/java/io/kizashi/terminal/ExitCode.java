package io.kizashi.terminal;

/** What the process returns to its caller; scripts rely on the numbers. */
public final class ExitCode {
  /** It was done. */
  public static final int DONE = 0;

  /** The input or the rulebook is at fault; the message names file, line and column. */
  public static final int INPUT = 1;

  /** The command line is at fault. */
  public static final int USAGE = 2;

  /** Broker, disk, network or this program is at fault. */
  public static final int ENVIRONMENT = 3;

  /** The engine failed again and again, and was stopped. */
  public static final int GAVE_UP = 4;

  private ExitCode() {}
}
