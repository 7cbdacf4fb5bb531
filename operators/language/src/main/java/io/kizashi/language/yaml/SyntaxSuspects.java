package io.kizashi.language.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Tells where a slip may be that stopped the parser. */
final class SyntaxSuspects {
  /** Lines above the place where the parser stopped that are looked at for open quotes. */
  private static final int MOST_ABOVE = 200;

  private SyntaxSuspects() {}

  /**
   * The lines where the slip may be: where the parser stopped, before that, where it began, and
   * where quotes were opened that other quotes may have closed.
   */
  static Set<Integer> of(MarkedYAMLException stopped, List<String> lines) {
    Set<Integer> suspects = new LinkedHashSet<>();
    int line = line(stopped);
    suspects.add(line);
    IntStream.iterate(line - 1, it -> it >= 0, it -> it - 1)
        .filter(it -> it < lines.size() && !lines.get(it).isBlank())
        .limit(1)
        .forEach(suspects::add);
    Optional.ofNullable(stopped.getContextMark()).map(Mark::getLine).ifPresent(suspects::add);
    IntStream.iterate(line - 1, it -> it >= 0, it -> it - 1)
        .limit(MOST_ABOVE)
        .filter(it -> it < lines.size() && QuoteSlips.isOpen(lines.get(it)))
        .limit(2)
        .forEach(suspects::add);
    suspects.removeIf(it -> it < 0 || it >= lines.size());
    return suspects;
  }

  /** Where it stopped: of a text that does not end, where that begins. */
  static int line(MarkedYAMLException stopped) {
    boolean unended = String.valueOf(stopped.getContext()).contains("quoted scalar");
    Optional<Mark> began = Optional.ofNullable(stopped.getContextMark()).filter(it -> unended);
    return began
        .or(() -> Optional.ofNullable(stopped.getProblemMark()))
        .map(Mark::getLine)
        .orElse(-1);
  }
}
