package io.kizashi.language.rehearsal;

import java.util.Map;
import java.util.Optional;

/**
 * A moment that stands at the end of a story.
 *
 * @param moment its rule
 * @param answer what answers it, if anything does
 * @param at when it was detected, milliseconds since the epoch
 */
public record Happening(String moment, Optional<Answer> answer, long at) {
  /**
   * What the customer, or staff, get.
   *
   * @param action its name
   * @param channel where
   * @param sendAt earliest time to send, milliseconds since the epoch
   * @param words by part
   */
  public record Answer(String action, String channel, long sendAt, Map<String, String> words) {
    /** Copies the words. */
    public Answer {
      words = Map.copyOf(words);
    }
  }

  /** The action that answers it, if any does. */
  public Optional<String> action() {
    return answer.map(Answer::action);
  }

  /** Whether a test can't tell the two apart: it expects moments, times and actions. */
  public boolean looksLike(Happening other) {
    return moment.equals(other.moment) && at == other.at && action().equals(other.action());
  }
}
