package io.kizashi.language.typed;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be meant by an expression that can't be compiled: with the quotes, operators and digits
 * of other languages and programs replaced. Each is a guess, until it is compiled.
 */
public final class TypedExpression {
  private static final String OPENING = "“„‟”‘’＂＇「『";
  private static final String CLOSING = "”“‟’‘＂＇」』";

  /** Operators of other languages, and what they are here; in this order. */
  private static final List<List<String>> OPERATORS =
      List.of(
          List.of("≥|=>", ">="),
          List.of("≤|=<", "<="),
          List.of("≠|<>", "!="),
          List.of("===?|(?<![<>!=])=(?!=)", "=="),
          List.of("(?i)\\s*(\\bAND\\b|かつ)\\s*", " && "),
          List.of("(?i)\\s*(\\bOR\\b|または)\\s*", " || "),
          List.of("(?i)\\bIS\\s+NOT\\b", "!="),
          List.of("(?i)\\bIS\\b", "=="),
          List.of("(?i)\\bNOT\\s+", "!"),
          List.of("(?<!&)&(?!&)", "&&"),
          List.of("(?<!\\|)\\|(?!\\|)", "||"),
          List.of("\\bT(rue|RUE)\\b", "true"),
          List.of("\\bF(alse|ALSE)\\b", "false"),
          List.of("、", ", "));

  private static final Pattern LENGTH =
      Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?\\s*(?:[a-zA-Z]+|[秒分時間日週]+)(?![\\w(])");
  private static final Pattern THOUSANDS =
      Pattern.compile("(?<![\\w.])\\d{1,3}(?:,\\d{3})+(?![\\d])");
  private static final Pattern CHOICE = Pattern.compile("\\bin\\s*\\(([^()]*)\\)");

  private TypedExpression() {}

  /** A part of an expression: a text in quotes, or what stands between them. */
  private record Part(String text, boolean quoted) {}

  /** What may be meant, the likeliest first. */
  public static Set<String> meant(String typed) {
    Set<String> meant = new LinkedHashSet<>();
    if (isWrapped(typed)) {
      meant.addAll(meant(typed.substring(1, typed.length() - 1)));
    }
    String plain = join(parts(typed).stream().map(TypedExpression::plain).toList());
    meant.add(plain);
    meant.add(CHOICE.matcher(plain).replaceAll("in [$1]"));
    meant.add(outside(plain, THOUSANDS, it -> it.group().replace(",", "")));
    meant.add(balanced(plain));
    return meant;
  }

  /** Whether curly quotes stand around the whole of it. */
  private static boolean isWrapped(String typed) {
    return typed.length() > 2
        && OPENING.indexOf(typed.charAt(0)) >= 0
        && CLOSING.indexOf(typed.charAt(typed.length() - 1)) >= 0;
  }

  private static Part plain(Part part) {
    if (part.quoted()) {
      return part;
    }
    String text = Normalizer.normalize(part.text(), Normalizer.Form.NFKC);
    for (List<String> operator : OPERATORS) {
      text = text.replaceAll(operator.get(0), operator.get(1));
    }
    return new Part(replaced(text, LENGTH, TypedExpression::length), false);
  }

  private static String length(MatchResult length) {
    Optional<String> meant = TypedDuration.of(length.group());
    return meant.map(it -> "duration(\"" + it + "\")").orElse(length.group());
  }

  private static String outside(String text, Pattern pattern, Function<MatchResult, String> with) {
    return join(
        parts(text).stream()
            .map(it -> it.quoted() ? it : new Part(replaced(it.text(), pattern, with), false))
            .toList());
  }

  private static String replaced(String text, Pattern pattern, Function<MatchResult, String> with) {
    return pattern.matcher(text).replaceAll(it -> Matcher.quoteReplacement(with.apply(it)));
  }

  private static String join(List<Part> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(part.text()));
    return text.toString();
  }

  /** The parts in order; texts in curly quotes get straight ones. */
  private static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char open = text.charAt(i);
      boolean straight = open == '"' || open == '\'';
      if (straight || OPENING.indexOf(open) >= 0) {
        parts.add(new Part(text.substring(from, i), false));
        int close = closing(text, i, straight);
        String inner = text.substring(i + 1, close);
        String quote = open == '\'' || inner.contains("\"") ? "'" : "\"";
        boolean closed = close < text.length();
        parts.add(new Part(quote + inner + (closed ? quote : ""), true));
        i = close;
        from = Math.min(text.length(), close + 1);
      }
    }
    parts.add(new Part(text.substring(from), false));
    return parts;
  }

  /** Where a text in quotes ends: straight ones that were closed by curly ones too. */
  private static int closing(String text, int open, boolean straight) {
    int same = straight ? text.indexOf(text.charAt(open), open + 1) : -1;
    if (same >= 0) {
      return same;
    }
    int close = open + 1;
    while (close < text.length() && (CLOSING + "\"").indexOf(text.charAt(close)) < 0) {
      close++;
    }
    return close;
  }

  /** With the quotes and brackets closed that are open at the end. */
  private static String balanced(String text) {
    List<Part> parts = parts(text);
    StringBuilder closers = new StringBuilder();
    int round = 0;
    int square = 0;
    for (Part part : parts) {
      String bare = part.quoted() ? "" : part.text();
      round += count(bare, '(') - count(bare, ')');
      square += count(bare, '[') - count(bare, ']');
      String last = part.quoted() ? part.text() : "\"\"";
      if (last.length() < 2 || last.charAt(last.length() - 1) != last.charAt(0)) {
        closers.append(last.charAt(0));
      }
    }
    closers.append("]".repeat(Math.max(0, square))).append(")".repeat(Math.max(0, round)));
    return join(parts) + closers;
  }

  private static int count(String text, char sign) {
    return (int) text.chars().filter(c -> c == sign).count();
  }
}
