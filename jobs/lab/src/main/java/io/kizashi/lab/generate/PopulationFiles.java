package io.kizashi.lab.generate;

import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.TouchpointJson;
import io.kizashi.terminal.EnvironmentFault;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * A folder with a population.
 *
 * @param touchpoints written
 * @param carts worth a message
 * @param abandoned of these
 */
public record PopulationFiles(long touchpoints, long carts, long abandoned) {
  private static final String RULEBOOK = "rulebook.yaml";

  /**
   * Writes {@code touchpoints.jsonl} in order of arrival, {@code truth.jsonl} and {@code
   * rulebook.yaml}.
   *
   * @param onTouchpoint gets the number of touchpoints so far
   */
  public static PopulationFiles write(DayPlan plan, Path folder, LongConsumer onTouchpoint) {
    long[] counts = new long[3];
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(RULEBOOK), rulebook().text());
      try (OutputStream stream = open(folder, "touchpoints.jsonl");
          OutputStream truth = open(folder, "truth.jsonl")) {
        new Population(plan)
            .play(
                cart -> {
                  line(truth, cart.line().getBytes(StandardCharsets.UTF_8));
                  counts[1]++;
                  counts[2] += cart.abandoned() ? 1 : 0;
                },
                arrival -> {
                  line(stream, TouchpointJson.encode(arrival.touchpoint()));
                  onTouchpoint.accept(++counts[0]);
                });
      }
    } catch (IOException | UncheckedIOException e) {
      throw new EnvironmentFault(folder + " can't be written: " + e.getMessage(), e);
    }
    return new PopulationFiles(counts[0], counts[1], counts[2]);
  }

  /** The rulebook that the truth goes by. */
  public static RulebookDocument rulebook() {
    try (InputStream in = PopulationFiles.class.getResourceAsStream(RULEBOOK)) {
      if (in == null) {
        throw new IllegalStateException(RULEBOOK + " is not packaged; build anew");
      }
      return new RulebookDocument(
          RULEBOOK, 1, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from the class path failed", e);
    }
  }

  private static OutputStream open(Path folder, String name) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
  }

  private static void line(OutputStream out, byte[] bytes) {
    try {
      out.write(bytes);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
