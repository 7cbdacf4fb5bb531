package io.kizashi.lab.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Records what processor time this process has used at what time of day. */
final class ProcessorTime implements AutoCloseable {
  private static final long EVERY_MILLIS = 10;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final ConcurrentSkipListMap<Long, Long> nanosByTime = new ConcurrentSkipListMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "bench-processor-time"));

  private ProcessorTime() {}

  static ProcessorTime record() {
    ProcessorTime recorder = new ProcessorTime();
    ScheduledFuture<?> unused =
        recorder.clock.scheduleAtFixedRate(
            recorder::sample, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    return recorder;
  }

  private void sample() {
    nanosByTime.put(System.currentTimeMillis(), system.getProcessCpuTime());
  }

  /** Milliseconds of processor time between two times of day. */
  double millis(long from, long to) {
    return (at(to) - at(from)) / 1e6;
  }

  private long at(long time) {
    Map.Entry<Long, Long> sample = nanosByTime.ceilingEntry(time);
    return (sample == null ? nanosByTime.lastEntry() : sample).getValue();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
