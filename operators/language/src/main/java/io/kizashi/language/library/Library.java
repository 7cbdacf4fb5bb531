package io.kizashi.language.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ready-made moments and guards that come with the product, each in a file of its own. A rulebook
 * includes one by its name, {@code library/rage_clicks}; its text then belongs to what is
 * published, so a later release changes nothing for it.
 */
public final class Library {
  private static final String PREFIX = "library/";

  private static final List<String> NAMES =
      Stream.of(
              "anger_turned",
              "back_and_forth",
              "dead_clicks",
              "emotional_peak",
              "error_loop",
              "first_contact",
              "first_purchase",
              "joy_turned",
              "last_goodbye",
              "long_wait",
              "no_sell_after_promise_broken",
              "no_sell_in_complaint",
              "praise_given",
              "problem_solved",
              "promise_broken",
              "rage_clicks",
              "refund_paid",
              "repeated_contact",
              "repeated_search")
          .map(PREFIX::concat)
          .toList();

  private Library() {}

  /** The names of all files, in alphabetical order, as a rulebook includes them. */
  public static List<String> names() {
    return NAMES;
  }

  /** Whether what a rulebook includes is looked for here, and not beside its main file. */
  public static boolean isMeantBy(String name) {
    return name.startsWith(PREFIX);
  }

  /** The text of a file; empty where the library has none of that name. */
  public static Optional<String> text(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    try (InputStream in =
        Library.class.getResourceAsStream(name.substring(PREFIX.length()) + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
