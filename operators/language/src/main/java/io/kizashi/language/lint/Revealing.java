package io.kizashi.language.lint;

import io.kizashi.core.rules.ActionRule;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Warns of words to customers that show what was read of them: a feeling, or what they did. */
public final class Revealing {
  private static final String LIST = "revealing.txt";

  /** What an entry of a list of words has beside its words. */
  private static final Set<String> NO_WORDS = Set.of("when", "variant", "share");

  private static final List<Phrase> PHRASES = read();

  private Revealing() {}

  /** A phrase of the list, with what is said of it. */
  private record Phrase(String text, Pattern found, String why, String hint) {
    static Phrase of(String text, String why, String hint) {
      boolean latin = text.chars().allMatch(c -> c < 0x80);
      String words = Pattern.quote(text).replace(" ", "\\E\\s+\\Q").replace("'", "\\E['’]\\Q");
      Pattern found =
          Pattern.compile(latin ? "\\b" + words + "\\b" : words, Pattern.CASE_INSENSITIVE);
      return new Phrase(text, found, why, hint);
    }

    boolean isIn(String words) {
      return found.matcher(words).find();
    }
  }

  /**
   * Notes them: the first phrase of each text.
   *
   * @param written the actions as the author wrote them, by name
   * @param actions the same, compiled
   */
  public static void note(Mapping written, List<ActionRule> actions, Problems problems) {
    actions.stream()
        .filter(ActionRule::isForCustomer)
        .flatMap(action -> written.get(action.name()).stream())
        .filter(Mapping.class::isInstance)
        .flatMap(action -> ((Mapping) action).get("content").stream())
        .flatMap(content -> words(content))
        .forEach(words -> check(words, problems));
  }

  private static void check(Scalar words, Problems problems) {
    PHRASES.stream()
        .filter(phrase -> phrase.isIn(words.text()))
        .findFirst()
        .ifPresent(
            phrase ->
                problems.warning(
                    words.at(),
                    "revealing",
                    "'" + phrase.text() + "' " + phrase.why(),
                    phrase.hint()));
  }

  private static Stream<Scalar> words(YamlNode node) {
    if (node instanceof Scalar scalar) {
      return Stream.of(scalar);
    }
    if (node instanceof Sequence list) {
      return list.items().stream().flatMap(Revealing::words);
    }
    return ((Mapping) node)
        .entries().entrySet().stream()
            .filter(entry -> !NO_WORDS.contains(entry.getKey()))
            .flatMap(entry -> words(entry.getValue().value()));
  }

  private static List<Phrase> read() {
    try (InputStream in = Revealing.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + LIST + " is missing");
      }
      return phrases(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Phrase> phrases(String list) {
    List<Phrase> phrases = new ArrayList<>();
    String[] group = {"", ""};
    for (String line : list.lines().toList()) {
      if (line.startsWith("= ")) {
        group = line.substring(2).split(" \\| ", 2);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        phrases.add(Phrase.of(line.strip(), group[0], group[1]));
      }
    }
    return List.copyOf(phrases);
  }
}
