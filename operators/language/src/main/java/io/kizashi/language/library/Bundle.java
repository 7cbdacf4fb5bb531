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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rulebook of several files as one text: the main file, then each included one under a line
 * {@code --- # include: NAME}, then each list of customers that stands in a file under {@code --- #
 * list: NAME}. It is this text that is published and hashed; one without further files is the main
 * file itself, to the byte.
 *
 * @param main the main file's text
 * @param parts the included files
 * @param lists the files of lists, each under the list's name, of a table only the named column;
 *     and tables of owners under {@link #ownersOf}
 */
public record Bundle(String main, List<Part> parts, List<Part> lists) {
  /** Files that one rulebook may include. */
  public static final int MOST = 32;

  private static final String INCLUDE = "--- # include: ";
  private static final String LIST = "--- # list: ";
  private static final Pattern SEPARATORS = Pattern.compile("(?md)^--- # (include|list): (.*)\\n?");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Zl}\\p{Zp}]{1,256}");

  /** Copies the parts. */
  public Bundle {
    parts = List.copyOf(parts);
    lists = List.copyOf(lists);
  }

  /**
   * One further file.
   *
   * @param name of an included file as the main file names it, relative to its own folder; of a
   *     list its own
   */
  public record Part(String name, String text) {}

  /** The files of a text. */
  public static Bundle of(String text) {
    Matcher separator = SEPARATORS.matcher(text);
    List<Part> parts = new ArrayList<>();
    List<Part> lists = new ArrayList<>();
    List<MatchResult> all = separator.results().toList();
    for (int i = 0; i < all.size(); i++) {
      MatchResult head = all.get(i);
      int end = i + 1 < all.size() ? all.get(i + 1).start() : text.length();
      List<Part> into = head.group(1).equals("list") ? lists : parts;
      into.add(new Part(head.group(2).strip(), text.substring(head.end(), end)));
    }
    return new Bundle(all.isEmpty() ? text : text.substring(0, all.get(0).start()), parts, lists);
  }

  /** All of it as one text. */
  public String text() {
    StringBuilder joined = new StringBuilder(main);
    parts.forEach(part -> append(joined, INCLUDE, part));
    lists.forEach(list -> append(joined, LIST, list));
    return joined.toString();
  }

  private static void append(StringBuilder joined, String separator, Part part) {
    boolean open = joined.length() > 0 && joined.charAt(joined.length() - 1) != '\n';
    joined.append(open ? "\n" : "").append(separator).append(part.name()).append('\n');
    joined.append(part.text());
  }

  /**
   * The text of a main file with all that it includes, and the lists that it names. What is wrong
   * with those is left to the compiler, which knows the places.
   *
   * @param main the main file's text; one that is joined already stays as it is
   * @param files gives the text of another file, or empty where there is none of that name; it is
   *     not asked for those of the {@link Library}
   */
  public static String join(String main, Function<String, Optional<String>> files) {
    Bundle joined = of(main);
    if (!joined.parts().isEmpty() || !joined.lists().isEmpty()) {
      return main;
    }
    Optional<Mapping> top =
        YamlReader.read("", main, new Problems())
            .filter(Mapping.class::isInstance)
            .map(Mapping.class::cast);
    List<Part> parts = new ArrayList<>();
    for (String name : names(top)) {
      Optional<String> text = Library.isMeantBy(name) ? Library.text(name) : files.apply(name);
      text.ifPresent(included -> parts.add(new Part(name, included)));
    }
    List<Part> lists = new ArrayList<>();
    ListSource.in(top)
        .forEach(
            (name, source) ->
                source.text(files).ifPresent(text -> lists.add(new Part(name, text))));
    return new Bundle(main, parts, lists).text();
  }

  private static List<String> names(Optional<Mapping> top) {
    return top
        .flatMap(it -> it.get("include"))
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

  /** The name under which the table of those stands whom tasks of some staff are for. */
  public static String ownersOf(String staff) {
    return "owners." + staff;
  }

  /** Whether a text can name a file and stand on one line. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches() && text.equals(text.strip());
  }
}
