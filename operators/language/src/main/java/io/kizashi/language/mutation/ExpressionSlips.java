package io.kizashi.language.mutation;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Slips within an expression: another operator, another number, another name. */
final class ExpressionSlips {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<text>\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*')"
              + "|(?<operator>>=|<=|==|!=|&&|\\|\\||>|<)"
              + "|(?<name>[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*)"
              + "|(?<number>\\d+(?:\\.\\d+)?)");
  private static final Pattern PROPERTY = Pattern.compile("^(\\w+\\.properties\\.)(\\w+)");
  private static final Pattern NAMED = Pattern.compile("^((signals|segments|lists)\\.)(\\w+)");

  private final Names names;

  ExpressionSlips(Names names) {
    this.names = names;
  }

  /** Gives every slip: which characters are replaced, from and to, and what by. */
  void of(String expression, BiConsumer<RuleText.Reach, String> slips) {
    Matcher tokens = TOKEN.matcher(expression);
    while (tokens.find()) {
      if (tokens.group("operator") != null) {
        whole(tokens, 0, Replacements.ofOperator(tokens.group()), slips);
      } else if (tokens.group("number") != null) {
        whole(tokens, 0, Replacements.of(tokens.group()), slips);
      } else if (tokens.group("text") != null) {
        String text = tokens.group();
        whole(tokens, 1, Replacements.of(text.substring(1, text.length() - 1)), slips);
      } else {
        name(tokens.toMatchResult(), slips);
      }
    }
  }

  private static void whole(
      Matcher token, int quote, List<String> with, BiConsumer<RuleText.Reach, String> slips) {
    RuleText.Reach reach = new RuleText.Reach(token.start() + quote, token.end() - quote);
    with.forEach(it -> slips.accept(reach, it));
  }

  private void name(MatchResult token, BiConsumer<RuleText.Reach, String> slips) {
    Stream.of(PROPERTY.matcher(token.group()), NAMED.matcher(token.group()))
        .filter(Matcher::find)
        .forEach(
            found -> {
              int last = found.groupCount();
              String kind = last == 2 ? "properties" : found.group(2);
              int from = token.start() + found.start(last);
              RuleText.Reach reach = new RuleText.Reach(from, token.start() + found.end(last));
              names.another(kind, found.group(last)).ifPresent(it -> slips.accept(reach, it));
            });
  }
}
