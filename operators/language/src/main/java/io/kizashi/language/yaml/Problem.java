package io.kizashi.language.yaml;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Something wrong with a text that a person wrote, or worth a warning.
 *
 * @param code stable, snake_case; programs may switch on it
 * @param severity whether it stops the text from being used
 * @param at where
 * @param message what is wrong
 * @param hint what to do about it; may be empty
 * @param fix a replacement that mends it, where it is certain what was meant
 */
public record Problem(
    String code, Severity severity, Mark at, String message, String hint, Optional<Fix> fix) {
  /** Characters of a line that are shown: a rulebook on one line must not fill the screen. */
  private static final int MOST_SHOWN = 160;

  /** A problem that nobody but its author can mend. */
  public Problem(String code, Severity severity, Mark at, String message, String hint) {
    this(code, severity, at, message, hint, Optional.empty());
  }

  Problem withoutFix() {
    return new Problem(code, severity, at, message, hint);
  }

  /** Whether a problem stops the text from being used. */
  public enum Severity {
    ERROR("error"),
    WARNING("warning");

    private final String wire;

    Severity(String wire) {
      this.wire = wire;
    }

    /** As people and programs read it. */
    public String wire() {
      return wire;
    }
  }

  /** As {@code file:line:column: error: message [code]} with the line, a caret and the hint. */
  public String render() {
    return render(said -> said);
  }

  /**
   * The same in another language.
   *
   * @param said gives each sentence, and each word before one, in that language
   */
  public String render(UnaryOperator<String> said) {
    StringBuilder out = new StringBuilder();
    out.append(at.file()).append(':').append(at.line()).append(':').append(at.column());
    out.append(": ").append(said.apply(severity.wire())).append(": ");
    out.append(said.apply(message)).append(" [").append(code).append("]\n");
    if (!at.text().isBlank()) {
      show(out);
    }
    if (!hint.isEmpty()) {
      out.append("   ").append(said.apply("hint")).append(": ");
      out.append(said.apply(hint)).append('\n');
    }
    fix.filter(it -> it.with().isBlank() || !hint.contains(it.with()))
        .ifPresent(
            it -> {
              out.append("   ").append(said.apply("fix")).append(": ");
              out.append(said.apply(it.words())).append('\n');
            });
    return out.toString();
  }

  /** The line, or of a long one what stands around the place, with a caret below. */
  private void show(StringBuilder out) {
    String text = at.text();
    int caret = Math.max(0, at.column() - 1);
    int from = text.length() <= MOST_SHOWN ? 0 : Math.max(0, caret - MOST_SHOWN / 2);
    int to = Math.min(text.length(), from + MOST_SHOWN);
    String before = from > 0 ? "…" : "";
    out.append(" | ").append(before).append(text, Math.min(from, to), to);
    out.append(to < text.length() ? "…" : "").append("\n | ");
    out.append(" ".repeat(before.length() + caret - from)).append("^\n");
  }
}
