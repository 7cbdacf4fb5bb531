package io.kizashi.language.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A slip that keeps a text from being YAML, and how a line is without it. Each is a guess, until
 * the text is read with it.
 *
 * @param message what is wrong
 * @param mending gives the line without it; the line itself where it is not there
 */
record SyntaxSlip(String message, UnaryOperator<String> mending) {
  private static final String KEY = "(^\\s*(?:- +)*|[{,]\\s*)([\\p{L}_][\\w-]*)";
  private static final Pattern WIDE_COLON = Pattern.compile(KEY + "\\s*：\\s*");
  private static final Pattern NO_BLANK = Pattern.compile(KEY + ":(?=[^\\s:/])");
  private static final Pattern NO_BLANK_AFTER_DASH = Pattern.compile("^(\\s*)-(?=[\\p{L}{\\['\"])");
  private static final Pattern BLOCK =
      Pattern.compile("^(\\s*(?:- +)*[\\w-]+: +)((?!!!)[^\\s{\\[|>&*].*?|\\{\\{.*?)(\\s*)$");
  private static final Pattern FLOW_TEMPLATE =
      Pattern.compile("([\\w-]+: +)(\\{\\{[^'\"]*?\\}\\}[^'\",{}]*?)(\\s*[,}])");
  private static final Pattern FLOW_COLON =
      Pattern.compile("([\\w-]+: +)([^'\"{}\\[\\],]+: [^'\"{}\\[\\],]*?)(\\s*[,}])");
  private static final Pattern CLOSERS = Pattern.compile("[\\s}\\]]*$");

  /** Blanks that a tab is shown as, at most. */
  private static final int WIDEST = 8;

  private static final String TAB = "a tab stands here; YAML is indented with spaces";

  private static final String NEEDS_QUOTES =
      "this text needs quotes: it has signs that mean something in YAML";

  /** All that are known, the likeliest first. */
  static final List<SyntaxSlip> ALL =
      List.of(
          new SyntaxSlip(
              "a full-width blank stands here; YAML is indented with spaces",
              SyntaxSlip::withoutWideBlanks),
          new SyntaxSlip(
              "a full-width colon stands here; a key ends with ':' and a blank",
              line -> outside(line, WIDE_COLON, it -> it.group(1) + it.group(2) + ": ")),
          new SyntaxSlip(
              "full-width brackets or commas stand here",
              line ->
                  line.replace("｛", "{")
                      .replace("｝", "}")
                      .replace("［", "[")
                      .replace("］", "]")
                      .replace("，", ",")),
          new SyntaxSlip(
              "a blank is missing behind a colon",
              line -> outside(line, NO_BLANK, it -> it.group() + " ")),
          new SyntaxSlip(
              "a blank is missing behind the dash",
              line -> NO_BLANK_AFTER_DASH.matcher(line).replaceFirst("$1- ")),
          new SyntaxSlip(NEEDS_QUOTES, line -> QuoteSlips.quoted(line, FLOW_TEMPLATE)),
          new SyntaxSlip(NEEDS_QUOTES, line -> QuoteSlips.quoted(line, FLOW_COLON)),
          new SyntaxSlip("quotes of one kind stand within each other", QuoteSlips::unnested),
          new SyntaxSlip(
              "a text in quotes does not end on this line",
              line -> QuoteSlips.closed(line, CLOSERS.matcher(line))),
          new SyntaxSlip(
              "a text in quotes does not end on this line",
              line -> QuoteSlips.closed(line, Pattern.compile("\\s*$").matcher(line))),
          new SyntaxSlip("a bracket is not closed on this line", SyntaxSlip::balanced),
          new SyntaxSlip(NEEDS_QUOTES, line -> QuoteSlips.quoted(line, BLOCK)));

  /**
   * How a line may be meant, with what is wrong with it.
   *
   * @param above the line before it
   */
  static Map<String, String> of(String line, String above) {
    Map<String, String> meant = new LinkedHashMap<>();
    String all = line;
    if (line.substring(0, leading(line)).contains("\t")) {
      String beside = " ".repeat(leading(above)) + line.substring(leading(line));
      all = above.isBlank() ? beside : withoutTabs(line, above);
      meant.put(all, TAB);
      meant.put(beside, TAB);
    }
    for (SyntaxSlip slip : ALL) {
      meant.putIfAbsent(slip.mending.apply(line), slip.message);
      all = slip.mending.apply(all);
      meant.putIfAbsent(all, slip.message);
    }
    meant.remove(line);
    return meant;
  }

  /** The line with its leading full-width and unbreakable blanks as plain ones. */
  static String withoutWideBlanks(String line) {
    int end = leading(line);
    return line.substring(0, end).replace("\u3000", "  ").replace("\u00a0", " ")
        + line.substring(end);
  }

  /** A tab is as wide as it must be for the line to stand below the one above it, or beside it. */
  private static String withoutTabs(String line, String above) {
    int end = leading(line);
    int least = leading(above) + (above.stripTrailing().endsWith(":") ? 1 : 0);
    String indentation = line.substring(0, end);
    String mended = indentation;
    for (int width = 2; width <= WIDEST && mended.length() < Math.max(1, least); width += 2) {
      mended = indentation.replace("\t", " ".repeat(width));
    }
    return mended.replace("\t", "  ") + line.substring(end);
  }

  private static int leading(String line) {
    int end = 0;
    while (end < line.length() && " \t\u3000\u00a0".indexOf(line.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private static String outside(String line, Pattern pattern, Function<MatchResult, String> with) {
    return pattern
        .matcher(line)
        .replaceAll(
            it ->
                Matcher.quoteReplacement(
                    QuoteSlips.isOpen(line.substring(0, it.start()))
                        ? it.group()
                        : with.apply(it)));
  }

  private static String balanced(String line) {
    StringBuilder closers = new StringBuilder();
    char open = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\'' || c == '"') {
        open = open == 0 ? c : open == c ? 0 : open;
      } else if (open == 0 && (c == '{' || c == '[')) {
        closers.insert(0, c == '{' ? " }" : "]");
      } else if (open == 0 && (c == '}' || c == ']') && !closers.isEmpty()) {
        closers.delete(0, closers.charAt(0) == ' ' ? 2 : 1);
      }
    }
    return line.stripTrailing() + closers;
  }
}
