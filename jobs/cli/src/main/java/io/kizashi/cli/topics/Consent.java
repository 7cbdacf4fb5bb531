package io.kizashi.cli.topics;

import io.kizashi.terminal.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What only a person may decide.
 *
 * @param answers lines that a person writes; absent where nobody is there
 */
record Consent(PrintWriter err, Optional<Reader> answers) {
  static Consent ofTerminal(PrintWriter err) {
    return new Consent(
        err,
        Progress.isTerminal()
            ? Optional.of(new InputStreamReader(System.in, Charset.defaultCharset()))
            : Optional.empty());
  }

  /** Whether somebody is there and says yes. */
  boolean given(String question) {
    return answers.filter(reader -> isYes(question, reader)).isPresent();
  }

  private boolean isYes(String question, Reader reader) {
    err.print(question + " [y/N] ");
    err.flush();
    try {
      String answer = new BufferedReader(reader).readLine();
      return answer != null && answer.strip().matches("(?i)y|yes");
    } catch (IOException e) {
      throw new UncheckedIOException("the answer can't be read", e);
    }
  }
}
