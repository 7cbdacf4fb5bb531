package io.kizashi.language.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What one language says, by key: the rows of a resource {@code NAME.LANGUAGE.properties}, UTF-8,
 * in which {@code %1$s} stands for the first thing that is put in, and {@code %%} for a percent
 * sign.
 */
public final class Phrases {
  private final Properties rows;

  private Phrases(Properties rows) {
    this.rows = rows;
  }

  /**
   * Reads the rows of a language.
   *
   * @param beside the class in whose package the resource lies
   * @param name the resource's name before the language
   * @param keys every key that is asked for
   * @throws IllegalStateException if the resource is missing, lacks a key or has one that nobody
   *     asks for, so that no half of a sentence is found only when a person reads it
   */
  public static Phrases read(
      Class<?> beside, String name, Language language, Collection<String> keys) {
    String resource = name + "." + language.code() + ".properties";
    Properties rows = rows(beside, resource);
    Set<String> missing = new TreeSet<>(keys);
    missing.removeAll(rows.stringPropertyNames());
    Set<String> unused = new TreeSet<>(rows.stringPropertyNames());
    unused.removeAll(keys);
    if (!missing.isEmpty() || !unused.isEmpty()) {
      throw new IllegalStateException(resource + " lacks " + missing + ", nobody asks " + unused);
    }
    return new Phrases(rows);
  }

  private static Properties rows(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      Properties rows = new Properties();
      rows.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys of sentences: {@code ACTION_SENT_WITHIN} is {@code action.sent_within}. */
  public static Stream<String> keys(Class<? extends Enum<?>> sentences) {
    return Stream.of(sentences.getEnumConstants()).map(Phrases::key);
  }

  private static String key(Enum<?> sentence) {
    return sentence.name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
  }

  /** The key of one of several that have a word each: {@code day.mon}. */
  static String key(String family, String one) {
    return family + "." + one;
  }

  /** The key of a constant that has a word. */
  static String key(String family, Enum<?> one) {
    return key(family, one.name().toLowerCase(Locale.ROOT));
  }

  /** A sentence, or a part of one, with what is put in. */
  public String say(Enum<?> sentence, Object... with) {
    return say(key(sentence), with);
  }

  /** The word of a constant, with what is put in. */
  String word(String family, Enum<?> one, Object... with) {
    return say(key(family, one), with);
  }

  /** What stands under a key, with what is put in; empty where there is no such row. */
  Optional<String> find(String key, Object... with) {
    return Optional.ofNullable(rows.getProperty(key)).map(row -> row.formatted(with));
  }

  /** What stands under a key that must be there. */
  String say(String key, Object... with) {
    return find(key, with).orElseThrow(() -> new IllegalStateException("no row " + key));
  }

  /** Several in one, joined two by two. */
  String join(Enum<?> joint, Collection<String> several) {
    return several.stream().reduce((a, b) -> say(joint, a, b)).orElse("");
  }
}
