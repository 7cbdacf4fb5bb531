package io.kizashi.lab.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Labelled texts and how they are judged.
 *
 * @param title as the table calls them
 * @param language a hint for the scorer
 * @param measure how scores and labels are compared
 * @param aim what is to be reached on the odd rows, if anything
 * @param file where they are
 * @param isFromData whether they come with the data, rather than with the project
 * @param reading of the file
 */
public record Corpus(
    String title,
    String language,
    Measure measure,
    OptionalDouble aim,
    Path file,
    boolean isFromData,
    Function<Path, List<Labelled>> reading) {
  public boolean isThere() {
    return Files.isRegularFile(file);
  }

  List<Labelled> read() {
    return reading.apply(file);
  }
}
