package io.kizashi.local.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One life of a process, remembered over commands.
 *
 * @param birth how many processes of this cluster had been started with it
 * @param pid its number, which the system gives to a stranger some time after its death
 * @param started when it began: together with the number this is nobody else
 */
public record ProcessLife(int birth, long pid, Instant started) {
  /**
   * The system derives the start from its clock, which it may have put right since. A number comes
   * round again much later than this.
   */
  private static final Duration CLOCK = Duration.ofSeconds(2);

  private static final Duration DEATH = Duration.ofSeconds(30);

  /** The life of a process that has just begun. */
  static ProcessLife of(int birth, ProcessHandle process) {
    return new ProcessLife(
        birth, process.pid(), process.info().startInstant().orElseGet(Instant::now));
  }

  /** The process while it lives; empty once it is dead, whoever has its number now. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
  }

  public boolean isAlive() {
    return process().isPresent();
  }

  private boolean isSame(ProcessHandle found) {
    ProcessHandle.Info info = found.info();
    // A dead one whose parent did not ask for its end stays in the list, but has no program.
    return info.command().isPresent()
        && info.startInstant()
            .filter(start -> Duration.between(started, start).abs().compareTo(CLOCK) <= 0)
            .isPresent();
  }

  /** SIGKILL: nothing in the process gets to know of it. Returns when it is gone. */
  public void kill() {
    process().ifPresent(ProcessHandle::destroyForcibly);
    Waiting.await("process " + pid + " does not die", DEATH, () -> !isAlive());
  }

  /** SIGTERM, and SIGKILL for one that takes longer than {@code patience}. */
  void stop(Duration patience) {
    process().ifPresent(ProcessHandle::destroy);
    if (!Waiting.reached(patience, () -> !isAlive())) {
      kill();
    }
  }
}
