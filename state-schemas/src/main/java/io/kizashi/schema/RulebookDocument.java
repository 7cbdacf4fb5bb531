package io.kizashi.schema;

/**
 * A rulebook as it travels: text, not yet compiled.
 *
 * @param file the name to show in problems
 * @param version grows by one with every publication, from 1
 * @param text YAML
 */
public record RulebookDocument(String file, long version, String text) {
  /** SHA-256 of the text, in hexadecimal. */
  public String hash() {
    return Sha256.hex(text);
  }
}
