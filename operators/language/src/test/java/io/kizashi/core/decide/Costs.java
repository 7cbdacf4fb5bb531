package io.kizashi.core.decide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * What a flight recording says of where the time goes. A sample counts for the innermost class of
 * the engine's: what libraries do, they do for it.
 */
final class Costs {
  private static final String SAMPLE = "jdk.ExecutionSample";
  private static final String OURS = "io.kizashi.";
  private static final String DECIDER = OURS + "core.Decider";

  private final Map<String, Integer> samples = new HashMap<>();
  private int total;

  private Costs() {}

  /** Reads all recordings below a folder whose names contain a text. */
  static Costs in(Path folder, String named) {
    Costs costs = new Costs();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files
              .filter(it -> it.toString().contains(named) && it.toString().endsWith(".jfr"))
              .toList()) {
        RecordingFile.readAllEvents(file).forEach(costs::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the recordings in " + folder + " can't be read", e);
    }
    return costs;
  }

  private void add(RecordedEvent event) {
    if (!event.getEventType().getName().equals(SAMPLE) || event.getStackTrace() == null) {
      return;
    }
    List<String> classes =
        event.getStackTrace().getFrames().stream()
            .filter(RecordedFrame::isJavaFrame)
            .map(frame -> frame.getMethod().getType().getName())
            .toList();
    Optional<String> innermost = classes.stream().filter(it -> it.startsWith(OURS)).findFirst();
    if (innermost.isPresent() && classes.contains(DECIDER)) {
      samples.merge(innermost.get().replaceFirst("\\$.*", ""), 1, Integer::sum);
      total++;
    }
  }

  /** The classes that cost most, with their share in percent; the dearest first. */
  List<String> top(int count) {
    return samples.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .limit(count)
        .map(it -> "%s %d %%".formatted(it.getKey(), Math.round(100.0 * it.getValue() / total)))
        .toList();
  }
}
