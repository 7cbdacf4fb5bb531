package io.kizashi.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a text is its writer's own speech. The rest (what a mail quotes, a signature, addresses,
 * handles, markup) becomes blanks, so that everything else stays at its place; and lines that a
 * mail program has wrapped become one again. Linear in the text's length.
 */
final class OwnWords {
  /** Is left out without leaving a gap. */
  private static final char NOTHING = '\u200b';

  /**
   * "On 2 March 2026 Support wrote:", 「2026年3月2日 サポート <s@…>:」, over what they quote. Who tells what
   * he wrote himself, or names a date, quotes nobody.
   */
  private static final Pattern REPLIED_TO =
      Pattern.compile(
          "(?m)^(?:On (?=[^\n]{0,120}\\d)[^\n]{4,120}(?:\n[^\n]{0,120})?(?<!\\bI )wrote:"
              + "|\\d{4}[年/][^\n]{4,120}@[^\n]{2,80}[:：]|[^\n]{0,80}さんは書きました[:：])[ \t]*$");

  /** From here on everything is quoted. A journey has a "From:" and a "To:" as well. */
  private static final Pattern FORWARDED =
      Pattern.compile(
          "(?m)^[ \t]*(?:[-_]{3,}[ \t]*(?:Original Message|Forwarded message|元のメッセージ|転送メッセージ)"
              + "[^\n]*|(?:From|差出人)[:：][^\n]+\n(?:Sent|送信日時)[:：][^\n]*"
              + "|(?:From|差出人)[:：][^\n]*@[^\n]*\n(?:To|Date|Subject|宛先|日時|件名)[:：][^\n]*)$");

  /** A quoted line; {@code >_<} and {@code >:(} are faces. */
  private static final Pattern QUOTED = Pattern.compile("(?m)^[ \t]{0,3}[>＞](?![_:;=<.])[^\n]*$");

  private static final Pattern SIGNATURE = Pattern.compile("(?m)^-- ?$");

  private static final Pattern NO_SPEECH =
      Pattern.compile(
          "https?://[^\\s<>\"」）]{1,2000}|\\bwww\\.[^\\s<>\"」）]{1,2000}"
              + "|[\\w.+-]{1,64}@[\\w-]{1,64}\\.[\\w.-]{1,128}"
              + "|(?<![\\w@])@\\w{1,30}");

  private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]{0,15})[^<>]{0,500}>");
  private static final Pattern ENTITY = Pattern.compile("&(nbsp|amp|lt|gt|quot|#39|apos);");

  /** Tags at which a line ends. */
  private static final Pattern BREAKING = Pattern.compile("br|p|div|li|tr|h[1-6]");

  /** What stands at the head of a line and can't begin a sentence: endings and particles. */
  private static final Pattern GOES_ON =
      Pattern.compile(
          "ませ|ます|まし|せん|なかっ|なく|ない|でした|です|した|して|しま|んで|んだ|られ|れ[まずなてた]|を"
              + "|に[はもつなしよ]|は(?![いじっや])|が(?![んっ])|の(?!ん)|と[いのこきは思]"
              + "|から|ので|けど|けれ|くださ|いただ|ござい");

  private OwnWords() {}

  /** The text, as long as before, with blanks for what is none of its writer's words. */
  static String of(String text) {
    if (text.indexOf('\n') < 0
        && text.indexOf('@') < 0
        && text.indexOf('<') < 0
        && text.indexOf('&') < 0
        && !text.contains("www.")
        && !text.contains("://")) {
      return text;
    }
    char[] own = text.toCharArray();
    String lines = text.replace('\r', ' ');
    quotations(lines, own);
    blank(NO_SPEECH.matcher(new String(own)), own);
    markup(new String(own), own);
    unwrap(own);
    return new String(own);
  }

  private static void quotations(String text, char[] own) {
    blankFrom(FORWARDED.matcher(text), text, own);
    blankFrom(SIGNATURE.matcher(text), text, own);
    Matcher reply = REPLIED_TO.matcher(text);
    if (reply.find()) {
      boolean marked = QUOTED.matcher(text).find(reply.end());
      blank(own, reply.start(), marked ? reply.end() : text.length());
    }
    blank(QUOTED.matcher(text), own);
  }

  private static void blankFrom(Matcher first, String text, char[] own) {
    if (first.find()) {
      blank(own, first.start(), text.length());
    }
  }

  private static void blank(Matcher every, char[] own) {
    while (every.find()) {
      blank(own, every.start(), every.end());
    }
  }

  private static void blank(char[] own, int from, int to) {
    Arrays.fill(own, from, to, ' ');
  }

  private static void markup(String text, char[] own) {
    Matcher tag = TAG.matcher(text);
    while (tag.find()) {
      blank(own, tag.start(), tag.end());
      if (BREAKING.matcher(tag.group(1).toLowerCase(Locale.ROOT)).matches()) {
        own[tag.start()] = '\n';
      }
    }
    Matcher entity = ENTITY.matcher(text);
    while (entity.find()) {
      Arrays.fill(own, entity.start(), entity.end(), NOTHING);
      own[entity.start()] = meant(entity.group(1));
    }
  }

  private static char meant(String entity) {
    return switch (entity) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "#39", "apos" -> '\'';
      default -> ' ';
    };
  }

  /** A line break ends a sentence only where the next line may begin one. */
  private static void unwrap(char[] own) {
    String text = new String(own);
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      int before = at - 1;
      while (before >= 0 && (own[before] == ' ' || own[before] == '\r')) {
        before--;
      }
      int after = at + 1;
      while (after < own.length && own[after] == ' ') {
        after++;
      }
      if (before >= 0 && after < own.length) {
        unwrap(text, own, before, after);
      }
    }
  }

  private static void unwrap(String text, char[] own, int before, int after) {
    char last = own[before];
    char next = own[after];
    if (isLatin(last) && next >= 'a' && next <= 'z') {
      blank(own, before + 1, after);
    } else if (isJapanese(last) && GOES_ON.matcher(text).region(after, own.length).lookingAt()) {
      Arrays.fill(own, before + 1, after, NOTHING);
    }
  }

  private static boolean isLatin(char c) {
    return (c < 0x250 && Character.isLetterOrDigit(c)) || c == ',' || c == '\'' || c == ')';
  }

  private static boolean isJapanese(char c) {
    return (c >= 'ぁ' && c <= 'ヿ') || (c >= '\u4e00' && c <= '\u9fff');
  }
}
