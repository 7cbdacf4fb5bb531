package io.kizashi.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Emoji, emoticons and kaomoji, found before words are. */
final class Symbols {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Node root = new Node();

  void read(String resource) {
    LexiconFile.read(resource, BLANKS, this::add);
  }

  void add(String symbol, LexiconEntry meaning) {
    Node node = root;
    CharSequence folded = Folded.of(symbol).text();
    for (int i = 0; i < folded.length(); i++) {
      node = node.next.computeIfAbsent(folded.charAt(i), c -> new Node());
    }
    if (node.meaning == null) {
      node.meaning = meaning;
    }
  }

  /** The symbols of a text, in order; their characters are marked as taken. */
  List<Unit> in(Folded text, BitSet taken) {
    List<Unit> found = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int end = mayStart(text, i) ? longest(text, i, found) : i;
      taken.set(i, end);
      i = Math.max(end, i + 1);
    }
    return found;
  }

  /** "XD" inside a word is no laughter, nor is :/ in an address a face. */
  private static boolean mayStart(Folded text, int at) {
    if (text.isAddress(at)) {
      return false;
    }
    return at == 0
        || !isWord(text.charAt(at))
        || (!isWord(text.charAt(at - 1)) && !isQuote(text.charAt(at - 1)));
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '&' || c == '#' || c == '@';
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private int longest(Folded text, int from, List<Unit> found) {
    Node node = root;
    int end = from;
    LexiconEntry meaning = LexiconEntry.WORD;
    for (int i = from; i < text.length(); i++) {
      node = node.next.get(text.charAt(i));
      if (node == null) {
        break;
      }
      boolean whole =
          i + 1 == text.length() || !isWord(text.charAt(i)) || !isWord(text.charAt(i + 1));
      if (node.meaning != null && whole) {
        meaning = node.meaning;
        end = i + 1;
      }
    }
    if (end > from) {
      int last = text.place(end);
      found.add(Unit.mark(text.place(from), last, text.between(from, end), meaning));
    }
    return end;
  }

  private static final class Node {
    final Map<Character, Node> next = new HashMap<>();
    @Nullable LexiconEntry meaning;
  }
}
