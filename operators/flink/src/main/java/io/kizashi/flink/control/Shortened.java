package io.kizashi.flink.control;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Problems as a status holds them: they quote a rulebook, whose lines may be long and many, and a
 * status that is larger than Kafka takes would stop the job. All of them are told where a rulebook
 * is checked.
 */
final class Shortened {
  /** Problems of one status. */
  static final int PROBLEMS = 100;

  /** Characters of one problem: as JSON 6 bytes at most, so that all stay below 1 MB. */
  static final int CHARS = 1_000;

  private Shortened() {}

  static List<String> problems(List<String> problems) {
    int more = problems.size() - PROBLEMS;
    Stream<String> first = problems.stream().limit(PROBLEMS).map(Shortened::text);
    Stream<String> rest =
        more > 0
            ? Stream.of("and " + more + " more; 'kizashi rules check' shows them all\n")
            : Stream.empty();
    return Stream.concat(first, rest).toList();
  }

  static String text(String text) {
    if (text.length() <= CHARS) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(CHARS - 1)) ? CHARS - 1 : CHARS;
    return String.format(
        Locale.ROOT, "%s… and %,d more characters\n", text.substring(0, end), text.length() - end);
  }
}
