package io.kizashi.terminal;

/** The input or the rulebook is at fault: ends the command with {@link ExitCode#INPUT}. */
public final class InputFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A fault of what a person gave.
   *
   * @param message what is wrong, where (file:line:column) and what to do
   */
  public InputFault(String message) {
    super(message);
  }

  /** A fault found while reading. */
  public InputFault(String message, Throwable cause) {
    super(message, cause);
  }
}
