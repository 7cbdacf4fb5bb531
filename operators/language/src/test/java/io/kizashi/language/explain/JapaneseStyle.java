package io.kizashi.language.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Japanese readers stumble over in a sentence. */
final class JapaneseStyle {
  /** The most characters between two marks. */
  private static final int CLAUSE = 60;

  private static final Set<String> ALLOWED = Set.of("LINE", "SMS", "NPS", "CSAT", "CES", "URL");

  /** Families of words that stand for what rules call by a code. */
  private static final Pattern CODED =
      Pattern.compile("(kind|channel|actor|stage|outcome|feeling|day|recipient)\\.(.*)");

  /** Where an author gives names: to rules, captures, types, properties. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?m)^  (?:- \\{ stage: )?(\\w+)|(?:as|event|absence|unless|rulebook|fallback|variant):"
              + " ([\\w\\-]+)|(?<=\\b(?:owner|campaign|who|deputy|fallback|agent|supervisor|rep|store):"
              + " )([\\w@.\\-]+)|\\bis: \\{([^}]*)\\}|(?<=\\bexclude): \\[([^\\]]*)\\]"
              + "|(?:properties|customer|signals|segments|lists)\\.(\\w+)|(?:customer\\.timezone|timezone:"
              + " )(\\S+)|'([^']*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}][^']*)'|ja: ([^'}]*)");

  /** Texts in expressions: the author's, where they are no codes. */
  private static final Pattern TEXTS = Pattern.compile("\"([^\"]*)\"");

  private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z0-9_/.\\-]*");
  private static final Pattern REFUSED =
      Pattern.compile(
          "モーメント|兆し|引き留め|段階公開|ミリ秒|\\d+ms\\b" + "|\\d{4}-\\d\\d-\\d\\d|\\d per \\d|[&|=]{2}|`");
  private static final Pattern MARK = Pattern.compile("[、。：:（）「」]|\\s-\\s");

  private JapaneseStyle() {}

  /** What is wrong with a text. */
  record Fault(String what, String text) {}

  /** Names that a rulebook's author gave. */
  static Set<String> names(String rulebook) {
    Set<String> names = new HashSet<>();
    Matcher texts = TEXTS.matcher(rulebook);
    while (texts.find()) {
      words(texts.group(1), names);
    }
    Vocabulary.keys().stream()
        .map(CODED::matcher)
        .filter(Matcher::matches)
        .map(coded -> coded.group(2))
        .forEach(names::remove);
    Matcher named = NAMED.matcher(rulebook);
    while (named.find()) {
      for (int group = 1; group <= named.groupCount(); group++) {
        Optional.ofNullable(named.group(group)).ifPresent(name -> words(name, names));
      }
    }
    return names;
  }

  private static void words(String text, Set<String> into) {
    Matcher latin = LATIN.matcher(text);
    while (latin.find()) {
      into.addAll(List.of(latin.group().split("[/.\\-]", -1)));
    }
  }

  /** Everything that is wrong. */
  static List<Fault> faults(String text, Set<String> names) {
    List<Fault> faults = new ArrayList<>();
    Matcher latin = LATIN.matcher(text);
    while (latin.find()) {
      for (String part : latin.group().split("[/.\\-]", -1)) {
        if (part.matches("[A-Za-z].*") && !ALLOWED.contains(part) && !names.contains(part)) {
          faults.add(new Fault("Latin: " + part, text));
        }
      }
    }
    Matcher refused = REFUSED.matcher(text);
    while (refused.find()) {
      faults.add(new Fault("refused: " + refused.group(), text));
    }
    for (String clause : MARK.split(text, -1)) {
      if (clause.strip().codePointCount(0, clause.strip().length()) > CLAUSE) {
        faults.add(new Fault("long: " + clause.strip(), text));
      }
    }
    return faults;
  }
}
