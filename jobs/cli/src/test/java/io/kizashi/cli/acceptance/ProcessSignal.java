package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** What a process can't help hearing. */
enum ProcessSignal {
  /** It stands still; its connections stay. */
  STOP,
  /** It goes on as if no time had passed. */
  CONT;

  /** Sends it. */
  void send(long pid) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name(), String.valueOf(pid)).start();
      assertThat(kill.waitFor()).isZero();
    } catch (IOException e) {
      throw new AssertionError("no signal could be sent", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
