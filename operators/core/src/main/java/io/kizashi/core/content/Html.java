package io.kizashi.core.content;

/** Text as HTML shows it, between tags and in quoted attributes. */
final class Html {
  private Html() {}

  static String escaped(String text) {
    int first = 0;
    while (first < text.length() && escape(text.charAt(first)).isEmpty()) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      String escape = escape(text.charAt(i));
      if (escape.isEmpty()) {
        escaped.append(text.charAt(i));
      } else {
        escaped.append(escape);
      }
    }
    return escaped.toString();
  }

  private static String escape(char unit) {
    return switch (unit) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> "";
    };
  }
}
