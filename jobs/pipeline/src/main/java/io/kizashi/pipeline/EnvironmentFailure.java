package io.kizashi.pipeline;

/** Something around the engine is at fault: a broker, a topic, a file system. */
public final class EnvironmentFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what, where and what to do. */
  public EnvironmentFailure(String message) {
    super(message);
  }

  /** Says what, where and what to do, with the cause. */
  public EnvironmentFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
