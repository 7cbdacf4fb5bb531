package io.kizashi.language.told;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places for values, and the same in another language.
 *
 * @param english with {@code {0}}, {@code {1}} … where values stand
 * @param other with the same places, in its own order; {@code {0:ja}} where a value is a word of
 *     ours, to be said in this language too; {@code =} where a sentence is code alone
 * @param literals what the sentence has before, between and behind its values
 */
record ProblemRow(String english, String other, List<String> literals) {
  private static final String ARROW = " → ";
  private static final String SAME = "=";
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)(:ja)?\\}");

  /** Copies the literals. */
  ProblemRow {
    literals = List.copyOf(literals);
  }

  /** Reads a line, {@code ENGLISH → OTHER}. */
  static ProblemRow of(String line) {
    String[] sides = line.split(ARROW, -1);
    if (sides.length != 2) {
      throw new IllegalStateException("no row of the form 'ENGLISH → OTHER': " + line);
    }
    Matcher place = PLACE.matcher(sides[0]);
    for (int next = 0; place.find(); next++) {
      if (!place.group().equals("{" + next + "}")) {
        throw new IllegalStateException("the places are not {0}, {1}, … in order: " + line);
      }
    }
    List<String> literals = List.of(PLACE.split(sides[0], -1));
    return new ProblemRow(sides[0], sides[1].equals(SAME) ? sides[0] : sides[1], literals);
  }

  /** How much of a sentence is its own. */
  int letters() {
    return literals.stream().mapToInt(String::length).sum();
  }

  /** The sentence in the other language; empty where it is another sentence. */
  Optional<String> say(String sentence, ProblemText text) {
    return values(sentence).map(values -> filled(values, text));
  }

  private String filled(List<String> values, ProblemText text) {
    return PLACE
        .matcher(other)
        .replaceAll(
            place -> {
              String value = values.get(Integer.parseInt(place.group(1)));
              boolean ours = place.group(2) != null;
              return Matcher.quoteReplacement(ours ? text.say(value) : value);
            });
  }

  /** The values of a sentence, each as short as can be; empty where it is another sentence. */
  private Optional<List<String>> values(String sentence) {
    String first = literals.get(0);
    String last = literals.get(literals.size() - 1);
    if (literals.size() == 1) {
      return sentence.equals(first) ? Optional.of(List.of()) : Optional.empty();
    }
    int end = sentence.length() - last.length();
    if (!sentence.startsWith(first) || !sentence.endsWith(last) || end < first.length()) {
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    int from = first.length();
    for (String literal : literals.subList(1, literals.size() - 1)) {
      int at = sentence.indexOf(literal, from);
      if (at < 0 || at + literal.length() > end) {
        return Optional.empty();
      }
      values.add(sentence.substring(from, at));
      from = at + literal.length();
    }
    values.add(sentence.substring(from, end));
    return Optional.of(values);
  }
}
