package io.kizashi.language.yaml;

import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key and its value that nothing parts: to YAML {@code { kind:sell }} has a key {@code kind:sell}
 * without a value, and so has {@code { kind：sell }}.
 */
record Unparted(Scalar written, String key, String colon, Scalar value) {
  private static final Pattern FORM =
      Pattern.compile("([\\p{L}_][\\w-]*)(\\s*：\\s*|:)(?!//)(\\S.*)");

  static Optional<Unparted> of(Scalar key, YamlNode value) {
    Matcher form = FORM.matcher(key.text());
    boolean empty = value instanceof Scalar scalar && scalar.isNull() && scalar.text().isEmpty();
    if (!empty || key.quoted() || !form.matches()) {
      return Optional.empty();
    }
    String text = form.group(3);
    boolean quoted = text.matches("(['\"]).*\\1");
    Mark at = key.at().plus(form.start(3));
    return Optional.of(
        new Unparted(
            key,
            form.group(1),
            form.group(2),
            new Scalar(at, quoted ? text.substring(1, text.length() - 1) : text, quoted)));
  }

  void note(Problems problems) {
    Mark at = written.at().plus(key.length());
    problems.error(
        at,
        SyntaxMending.CODE,
        colon.equals(":")
            ? "a blank is missing behind a colon"
            : "a full-width colon stands here; a key ends with ':' and a blank",
        "",
        Fix.at(at, colon, ": "));
  }
}
