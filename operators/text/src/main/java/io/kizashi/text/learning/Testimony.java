package io.kizashi.text.learning;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a touchpoint has to say to learning.
 *
 * @param words that the customer said, in order
 * @param answer how pleasant the answer to a survey is, −1 … 1; absent if it is none
 */
public record Testimony(List<String> words, OptionalDouble answer) {
  /** Copies the words. */
  public Testimony {
    words = List.copyOf(words);
  }

  /** Whether there is nothing to learn from. */
  public boolean isEmpty() {
    return words.isEmpty() && answer.isEmpty();
  }
}
