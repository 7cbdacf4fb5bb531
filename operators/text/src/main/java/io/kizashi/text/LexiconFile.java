package io.kizashi.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Reads lexicons: a line without indent says what the words on the indented lines below it mean; a
 * line that starts with # is a comment.
 */
final class LexiconFile {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int QUALIFIER = 3;

  private LexiconFile() {}

  /** Hands every word of a resource beside this class over, with its meaning. */
  static void read(String resource, Pattern separator, BiConsumer<String, LexiconEntry> words) {
    LexiconEntry meaning = LexiconEntry.WORD;
    for (String line : lines(resource)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith(" ")) {
        LexiconEntry same = meaning;
        separator.splitAsStream(line.strip()).forEach(word -> words.accept(word, same));
      } else {
        meaning = meaning(line);
      }
    }
  }

  static List<String> lines(String resource) {
    try (InputStream in = LexiconFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** FEELING valence arousal [always | negated FEELING valence], or ROLE [number [number]]. */
  static LexiconEntry meaning(String heading) {
    String[] words = BLANKS.splitAsStream(heading.strip()).toArray(String[]::new);
    Optional<Feeling> feeling = Feeling.of(words[0]);
    if (feeling.isPresent()) {
      return qualified(
          LexiconEntry.feeling(feeling.get(), number(words, 1), number(words, 2)), words);
    }
    Role role = Role.of(words[0]).orElseThrow(() -> unknown(words[0]));
    return role == Role.SHIFT
        ? LexiconEntry.shift(number(words, 1), number(words, 2))
        : LexiconEntry.of(role, number(words, 1));
  }

  private static LexiconEntry qualified(LexiconEntry entry, String[] words) {
    if (words.length <= QUALIFIER) {
      return entry;
    }
    return switch (words[QUALIFIER]) {
      case "always" -> entry.speaksAlways();
      case "negated" -> entry.denied(feeling(words[4]), number(words, 5));
      default -> throw new IllegalStateException("unknown qualifier in a lexicon's heading");
    };
  }

  private static Feeling feeling(String word) {
    return Feeling.of(word).orElseThrow(() -> unknown(word));
  }

  private static IllegalArgumentException unknown(String word) {
    return new IllegalArgumentException("a lexicon's heading names '" + word + "'");
  }

  private static double number(String[] words, int index) {
    return index < words.length ? Double.parseDouble(words[index]) : 0;
  }
}
