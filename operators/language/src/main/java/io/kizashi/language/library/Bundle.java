package io.kizashi.language.library;

import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.language.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rulebook of several files as one text: the main file, then each included one under a line
 * {@code --- # include: NAME}. It is this text that is published and hashed; one without includes
 * is the main file itself, to the byte.
 *
 * @param main the main file's text
 * @param parts the included files
 */
public record Bundle(String main, List<Part> parts) {
  /** Files that one rulebook may include. */
  public static final int MOST = 32;

  private static final String SEPARATOR = "--- # include: ";
  private static final Pattern SEPARATORS = Pattern.compile("(?md)^--- # include: (.*)\\n?");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Zl}\\p{Zp}]{1,256}");

  /** Copies the parts. */
  public Bundle {
    parts = List.copyOf(parts);
  }

  /**
   * One included file.
   *
   * @param name as the main file names it, relative to its own folder
   */
  public record Part(String name, String text) {}

  /** The files of a text. */
  public static Bundle of(String text) {
    Matcher separator = SEPARATORS.matcher(text);
    List<Part> parts = new ArrayList<>();
    int end = text.length();
    int start = end;
    String name = "";
    boolean first = true;
    String main = text;
    while (separator.find()) {
      if (first) {
        main = text.substring(0, separator.start());
      } else {
        parts.add(new Part(name, text.substring(start, separator.start())));
      }
      first = false;
      name = separator.group(1).strip();
      start = separator.end();
    }
    if (!first) {
      parts.add(new Part(name, text.substring(start, end)));
    }
    return new Bundle(main, parts);
  }

  /**
   * The text of a main file with all that it includes. What is wrong with its includes is left to
   * the compiler, which knows the places.
   *
   * @param main the main file's text; one that is joined already stays as it is
   * @param files gives the text of an included file, or empty where there is none of that name; it
   *     is not asked for those of the {@link Library}
   */
  public static String join(String main, Function<String, Optional<String>> files) {
    if (!of(main).parts().isEmpty()) {
      return main;
    }
    StringBuilder joined = new StringBuilder(main);
    for (String name : names(main)) {
      Optional<String> included = Library.isMeantBy(name) ? Library.text(name) : files.apply(name);
      included.ifPresent(
          text -> {
            boolean open = joined.charAt(joined.length() - 1) != '\n';
            joined.append(open ? "\n" : "").append(SEPARATOR).append(name).append('\n');
            joined.append(text);
          });
    }
    return joined.toString();
  }

  private static List<String> names(String main) {
    return YamlReader.read("", main, new Problems())
        .filter(Mapping.class::isInstance)
        .flatMap(top -> ((Mapping) top).get("include"))
        .filter(Sequence.class::isInstance)
        .map(list -> ((Sequence) list).items())
        .orElse(List.of())
        .stream()
        .filter(Scalar.class::isInstance)
        .map(name -> ((Scalar) name).text())
        .filter(Bundle::isName)
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** Whether a text can name a file and stand on one line. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches() && text.equals(text.strip());
  }
}
