package io.kizashi.language.told;

import io.kizashi.language.explain.Language;
import io.kizashi.language.yaml.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells problems in a language. They are found in English, with their values; {@code
 * problems.ja.txt} says each sentence in Japanese. One that it lacks stays English: nothing of a
 * problem is ever left out. Each sentence is held against the rows from the one with most letters
 * of its own on, each in time that grows with the sentence only.
 */
public final class ProblemText {
  private static final String JAPANESE = "problems.ja.txt";

  private final List<ProblemRow> rows;
  private final List<ProblemRow> mostLettersFirst;

  private ProblemText(List<ProblemRow> rows) {
    this.rows = rows;
    this.mostLettersFirst =
        rows.stream().sorted(Comparator.comparingInt(row -> -row.letters())).toList();
  }

  /** Read once, when first needed. */
  private static final class Japanese {
    private static final ProblemText TEXT = new ProblemText(read());
  }

  /** For authors who read this language. */
  public static ProblemText in(Language language) {
    return switch (language) {
      case EN -> new ProblemText(List.of());
      case JA -> Japanese.TEXT;
    };
  }

  /** Problems as {@link Problem#render()} shows them, one below the other. */
  public String render(List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.render(this::say))
        .collect(Collectors.joining())
        .stripTrailing();
  }

  /** A message, a hint or a fix in this language; what has no row as it is. */
  public String say(String english) {
    return find(english).orElse(english);
  }

  Optional<String> find(String english) {
    return mostLettersFirst.stream().flatMap(row -> row.say(english, this).stream()).findFirst();
  }

  /** In the order of the resource. */
  List<ProblemRow> rows() {
    return rows;
  }

  private static List<ProblemRow> read() {
    try (InputStream in = ProblemText.class.getResourceAsStream(JAPANESE)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + JAPANESE + " is missing");
      }
      List<ProblemRow> rows = new ArrayList<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> rows.add(ProblemRow.of(line)));
      return List.copyOf(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
