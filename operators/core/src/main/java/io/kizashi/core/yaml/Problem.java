package io.kizashi.core.yaml;

/**
 * Something wrong with a text that a person wrote, or worth a warning.
 *
 * @param code stable, snake_case; programs may switch on it
 * @param severity whether it stops the text from being used
 * @param at where
 * @param message what is wrong
 * @param hint what to do about it; may be empty
 */
public record Problem(String code, Severity severity, Mark at, String message, String hint) {
  /** Whether a problem stops the text from being used. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /** As {@code file:line:column: error: message [code]} with the line, a caret and the hint. */
  public String render() {
    StringBuilder out = new StringBuilder();
    out.append(at.file()).append(':').append(at.line()).append(':').append(at.column());
    out.append(severity == Severity.ERROR ? ": error: " : ": warning: ");
    out.append(message).append(" [").append(code).append("]\n");
    if (!at.text().isBlank()) {
      out.append(" | ").append(at.text()).append("\n | ");
      out.append(" ".repeat(Math.max(0, at.column() - 1))).append("^\n");
    }
    if (!hint.isEmpty()) {
      out.append("   hint: ").append(hint).append('\n');
    }
    return out.toString();
  }
}
