package io.kizashi.terminal;

/**
 * Broker, disk, network or this program is at fault: ends the command with {@link
 * ExitCode#ENVIRONMENT}.
 */
public final class EnvironmentFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A fault outside the input.
   *
   * @param message what is wrong, where and what to do
   */
  public EnvironmentFault(String message) {
    super(message);
  }

  /** A fault with the cause that {@code --debug} shows. */
  public EnvironmentFault(String message, Throwable cause) {
    super(message, cause);
  }
}
