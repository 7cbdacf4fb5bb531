package io.kizashi.language.expression;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the messages that CEL's grammar gives, in an author's words.
 *
 * @param message what is wrong
 * @param hint what to do about it
 */
record SyntaxHints(String message, String hint) {
  private static final Pattern TOKEN =
      Pattern.compile("(?s)(?:token recognition error at: |input )'(.*?)'(?: expecting .*)?$");
  private static final Pattern SIZE = Pattern.compile("exceeds limit: size: (\\d+), limit (\\d+)");
  private static final Pattern DEPTH = Pattern.compile("recursion limit exceeded. limit: (\\d+)");
  private static final String OPERATORS = "write && for and, || for or, ! for not";

  /** The message in an author's words; empty where it is none of the grammar's. */
  static Optional<SyntaxHints> of(String message) {
    Matcher size = SIZE.matcher(message);
    if (size.find()) {
      return said(
          "this expression has " + size.group(1) + " characters; " + size.group(2) + " are allowed",
          "make a signal or a segment of a part of it");
    }
    Matcher depth = DEPTH.matcher(message);
    if (depth.find()) {
      return said(
          "this expression is nested deeper than " + depth.group(1) + " levels",
          "leave out brackets that change nothing");
    }
    Matcher token = TOKEN.matcher(message);
    return token.find() ? token(token.group(1).strip()) : Optional.empty();
  }

  private static Optional<SyntaxHints> token(String token) {
    return switch (token) {
      case "<EOF>" ->
          said("the expression ends too early", "something is missing behind its last sign");
      case "" -> said("a full-width blank can't stand here", "write a plain one");
      case "=" -> said("'=' can't stand here", "compare with ==");
      case "&" -> said("'&' can't stand here", OPERATORS);
      case "|" -> said("'|' can't stand here", OPERATORS);
      case "and", "or", "not", "AND", "OR", "NOT" ->
          said("'" + token + "' can't stand here", OPERATORS);
      default ->
          token.startsWith("\"") || token.startsWith("'")
              ? quote(token)
              : said("'" + token + "' can't stand here", "is something missing in front of it?");
    };
  }

  private static Optional<SyntaxHints> quote(String token) {
    boolean closed = token.length() > 1 && token.endsWith(token.substring(0, 1));
    return closed
        ? said(token + " can't stand here", "is a comparison missing in front of it, like == ?")
        : said("a text begins here and does not end", "close it with the same quotation mark");
  }

  private static Optional<SyntaxHints> said(String message, String hint) {
    return Optional.of(new SyntaxHints(message, hint));
  }
}
