package io.kizashi.pipeline;

import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.LearnedLexiconJson;
import io.kizashi.schema.LearningBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Learned lexicons as JSON, one a line, as records of the loop are. */
public final class LearnedFile {
  private LearnedFile() {}

  /**
   * The lexicons of a file, in its order; blank lines are skipped.
   *
   * @throws IOException if it can't be read
   * @throws IllegalArgumentException that names file and line, if a line is no lexicon
   */
  public static List<LearnedLexicon> read(Path file) throws IOException {
    List<LearnedLexicon> lexicons = new ArrayList<>();
    String name = file.toString();
    try (LineReader lines =
        new LineReader(name, Files.newInputStream(file), LearningBounds.RECORD_BYTES)) {
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (line.get().length > 0) {
          long number = lines.number();
          lexicons.add(
              LearnedLexiconJson.decode(line.get())
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              name
                                  + ":"
                                  + number
                                  + ":1: is no learned lexicon; 'kizashi learn --out' writes them,"
                                  + " and records of the topic 'loop' are such lines")));
        }
      }
    }
    return lexicons;
  }
}
