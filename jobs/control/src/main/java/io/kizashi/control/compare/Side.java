package io.kizashi.control.compare;

import io.kizashi.core.rules.Rules;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.schema.RulebookDocument;
import java.time.ZoneId;

/**
 * One of two rulebooks that are compared.
 *
 * @param label a word or two, for columns
 * @param name what sentences call it
 * @param document its text
 * @param rules what it compiles to
 */
public record Side(String label, String name, RulebookDocument document, Rules rules) {
  /**
   * A side of a rulebook that was checked.
   *
   * @throws IllegalArgumentException if it does not compile
   */
  public static Side of(String label, String name, RulebookDocument document) {
    if (RulebookCompiler.compile(document) instanceof Compilation.Compiled compiled) {
      return new Side(label, name, document, compiled.rules());
    }
    throw new IllegalArgumentException(document.file() + " does not compile; check it before");
  }

  /** The zone whose days the rulebook means. */
  public ZoneId zone() {
    return rules.settings().calendar().zone();
  }
}
