package io.kizashi.core.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words with places for values. What is put there stays what it is: it is never read again. */
public final class Template {
  /** A grapheme and an ellipsis: less of a value says nothing. */
  private static final int LEAST = 2;

  /** Characters that a few values take. */
  private static final int ROOM = 32;

  /** The words before each place, and those after the last. */
  private final List<String> words;

  /** The name of what belongs into each place. */
  private final List<String> names;

  private final int fixed;

  private Template(List<String> words, List<String> names) {
    this.words = List.copyOf(words);
    this.names = List.copyOf(names);
    this.fixed = words.stream().mapToInt(String::length).sum();
  }

  /** Puts a template together, in the order of its text. */
  public static final class Builder {
    private final List<String> words = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();

    /** Adds words. */
    public void words(String more) {
      current.append(more);
    }

    /** Adds a place for a value. */
    public void place(String name) {
      words.add(current.toString());
      names.add(name);
      current.setLength(0);
    }

    /** The template of all that was added. */
    public Template build() {
      List<String> all = new ArrayList<>(words);
      all.add(current.toString());
      return new Template(all, names);
    }
  }

  /** Characters of its words alone, in UTF-16 code units. */
  public int fixed() {
    return fixed;
  }

  /**
   * Its words with values. Where they are too long, values are cut to the same number of graphemes,
   * so that the longest lose most.
   *
   * @param fillings by the names of the places
   * @param most UTF-16 code units of the whole
   * @param html whether values are escaped for HTML
   * @return empty where a value is missing, or where it all fits in no way
   */
  public Optional<String> fill(Map<String, Filling> fillings, int most, boolean html) {
    List<Filling> inOrder = new ArrayList<>(names.size());
    for (String name : names) {
      Filling filling = fillings.get(name);
      if (filling == null) {
        return Optional.empty();
      }
      inOrder.add(filling);
    }
    Optional<String> whole = filled(inOrder, Filling.MOST, most, html);
    return whole.isPresent() ? whole : fit(inOrder, most, html);
  }

  private Optional<String> fit(List<Filling> fillings, int most, boolean html) {
    int fits = LEAST;
    int tooMany = Filling.MOST;
    while (tooMany - fits > 1) {
      int middle = (fits + tooMany) / 2;
      if (filled(fillings, middle, most, html).isPresent()) {
        fits = middle;
      } else {
        tooMany = middle;
      }
    }
    return filled(fillings, fits, most, html);
  }

  /** The words with so much of each value; empty as soon as they are too long. */
  private Optional<String> filled(List<Filling> fillings, int graphemes, int most, boolean html) {
    StringBuilder text = new StringBuilder(fixed + ROOM).append(words.get(0));
    for (int i = 0; i < fillings.size() && text.length() <= most; i++) {
      String value = fillings.get(i).upTo(graphemes);
      text.append(html ? Html.escaped(value) : value).append(words.get(i + 1));
    }
    return text.length() <= most ? Optional.of(text.toString()) : Optional.empty();
  }
}
