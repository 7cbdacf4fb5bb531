package io.kizashi.pipeline;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * When the engine may prove the time of one partition, and which time. One heartbeat is under way
 * at most, and its time is taken before it is sent: while the broker stands still, no time is
 * proven beyond the moment at which it stopped.
 *
 * <p>When the broker goes on, it finds what others tried to write meanwhile still in their buffers.
 * A fresh heartbeat could overtake that. So an answer that was long in coming is followed by a
 * silence in which others write what they hold: as long as the wait was, since clients that find no
 * broker ask again after pauses that grow no faster than the time they have waited.
 *
 * <p>Safe for the thread that sends and the one that hears of the answer.
 */
final class Pulse {
  /** An answer that takes longer tells of a broker that stood still; most take milliseconds. */
  static final long SLOW = TimeUnit.SECONDS.toMillis(1);

  /** Silence at a start, and the least after a slow answer: some reconnects of any client. */
  static final long SHORTEST_SILENCE = TimeUnit.SECONDS.toMillis(5);

  /** Clients wait no longer than half of this for an answer before they ask again. */
  static final long LONGEST_SILENCE = TimeUnit.SECONDS.toMillis(60);

  private enum State {
    ANSWERED,
    UNDER_WAY,
    FAILED
  }

  private State state = State.ANSWERED;
  private long silentUntil;
  private long time;
  private long firstSentAt;

  /**
   * Begins with a silence.
   *
   * @param silentUntil on the clock of {@code now}, as everywhere here
   */
  Pulse(long silentUntil) {
    this.silentUntil = silentUntil;
  }

  /**
   * The time to prove now; empty while nothing may be sent. What failed is sent again with the time
   * that it had: a newer one would be proven the moment the broker is back.
   *
   * @param now milliseconds that only ever grow
   * @param clock the time of day, milliseconds since the epoch
   */
  synchronized OptionalLong beat(long now, long clock) {
    if (state == State.UNDER_WAY || (state == State.ANSWERED && now < silentUntil)) {
      return OptionalLong.empty();
    }
    if (state == State.ANSWERED) {
      time = clock;
      firstSentAt = now;
    }
    state = State.UNDER_WAY;
    return OptionalLong.of(time);
  }

  /** The broker has it. */
  synchronized void answered(long now) {
    state = State.ANSWERED;
    long waited = now - firstSentAt;
    if (waited > SLOW) {
      silentUntil = now + Math.min(LONGEST_SILENCE, Math.max(SHORTEST_SILENCE, waited));
    }
  }

  /** Lets nothing be proven for a while; what was sent before holds. */
  synchronized void silence(long until) {
    silentUntil = Math.max(silentUntil, until);
  }

  /** The broker may have it or not. */
  synchronized void failed() {
    state = State.FAILED;
  }
}
