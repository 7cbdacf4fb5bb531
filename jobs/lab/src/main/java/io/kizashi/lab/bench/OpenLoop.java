package io.kizashi.lab.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * Sends at a fixed rate, whatever comes back, and counts from the time at which a probe was to be
 * sent: a stall is charged to every probe that it delayed.
 */
final class OpenLoop {
  private static final int PROBE_EVERY = 10;
  private static final int WARM_UP_SHARE = 3;
  private static final long HEARTBEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(10);
  private static final Pattern PROBE = Pattern.compile("\"probe-(\\d+)\"");

  private final BenchPlan plan;
  private final Load load;
  private final AnswerTimes answers;
  private final int warmUp;
  private final int touchpoints;

  OpenLoop(BenchPlan plan, Load load, AnswerTimes answers) {
    this.plan = plan;
    this.load = load;
    this.answers = answers;
    this.warmUp = plan.rate() * plan.seconds() / WARM_UP_SHARE;
    this.touchpoints = warmUp + plan.rate() * plan.seconds();
  }

  Latency measure() {
    long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(
            () -> send(start), task -> new Thread(task, "bench-sender").start());
    Histogram micros = new Histogram(HIGHEST_MICROS, 3);
    int[] left = {touchpoints / PROBE_EVERY};
    answers.read(
        answer -> {
          Matcher probe = PROBE.matcher(answer.value());
          if (probe.find()) {
            left[0]--;
            int number = Integer.parseInt(probe.group(1));
            if (number >= warmUp) {
              micros.recordValue(
                  TimeUnit.NANOSECONDS.toMicros(
                      Math.max(0, answer.arrival() - intended(start, number))));
            }
          }
          return left[0] > 0;
        });
    sending.join();
    return Latency.of(micros);
  }

  private long intended(long start, int number) {
    return start + TimeUnit.SECONDS.toNanos(1) * number / plan.rate();
  }

  private void send(long start) {
    long heartbeatAt = start;
    for (int i = 0; i < touchpoints; i++) {
      long due = intended(start, i);
      for (long now = System.nanoTime(); now - due < 0; now = System.nanoTime()) {
        LockSupport.parkNanos(due - now);
      }
      boolean probe = (i + 1) % PROBE_EVERY == 0;
      String customer = "c-" + i % plan.customers();
      long time = System.currentTimeMillis();
      load.send((probe ? "probe-" : "e-") + i, type(probe), time, customer, 1_000);
      if (due - heartbeatAt >= 0) {
        heartbeatAt = due + HEARTBEAT_NANOS;
        load.heartbeat(time);
      }
    }
  }

  private static String type(boolean probe) {
    return probe ? "bench_marker" : "page_viewed";
  }
}
