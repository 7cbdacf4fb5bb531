package io.kizashi.local.watch;

/** The job has failed too often. */
public final class GaveUp extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GaveUp(String message) {
    super(message);
  }
}
