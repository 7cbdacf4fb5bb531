package io.kizashi.pipeline;

import io.kizashi.schema.Placeholders;
import io.kizashi.schema.RulebookDocument;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is replayed.
 *
 * @param events where the touchpoints are
 * @param rulebook one that compiles
 * @param placeholders ids that name nobody
 * @param sensing whether words and survey answers give an emotion
 * @param learned lexicons by which touchpoints are sensed, as {@link LearnedFile} reads them;
 *     absent for none
 * @param asOf the latest time that is believed, milliseconds since the epoch; absent for no limit
 * @param out folder for what is written: {@code moments}, {@code recommendations}, {@code
 *     rejected}, {@code shadow} and {@code rulebook-status}, each a folder with a {@code
 *     part-N.jsonl} of every task
 */
public record ReplaySpec(
    Lines events,
    RulebookDocument rulebook,
    Placeholders placeholders,
    Sensing sensing,
    Optional<Path> learned,
    OptionalLong asOf,
    Path out) {
  /** A file as it is, in which the usual placeholders name nobody. */
  public ReplaySpec(
      Path events,
      RulebookDocument rulebook,
      Sensing sensing,
      Optional<Path> learned,
      OptionalLong asOf,
      Path out) {
    this(Lines.of(events), rulebook, Placeholders.USUAL, sensing, learned, asOf, out);
  }

  /**
   * A file of touchpoints as JSON, one a line.
   *
   * @param file which is read
   * @param name under which its records are rejected
   * @param isNumbered whether each line stands behind its number under that name, and a tab
   */
  public record Lines(Path file, String name, boolean isNumbered) {
    /** A file whose lines have the numbers that they have. */
    public static Lines of(Path file) {
      return new Lines(file, file.getFileName().toString(), false);
    }
  }
}
