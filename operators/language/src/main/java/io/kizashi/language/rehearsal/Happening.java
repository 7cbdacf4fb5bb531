package io.kizashi.language.rehearsal;

import io.kizashi.language.read.RulebookTest.Sending;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

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
   * @param assignee whom a task is for; empty where the rulebook doesn't say
   */
  public record Answer(
      String action, String channel, long sendAt, Map<String, String> words, String assignee) {
    /** Copies the words. */
    public Answer {
      words = Map.copyOf(words);
    }

    /** The same, as a test would have to expect it. */
    public Sending sending() {
      return new Sending(
          Optional.of(channel),
          OptionalLong.of(sendAt),
          words.values().stream().sorted().toList(),
          Optional.of(assignee).filter(who -> !who.isEmpty()));
    }

    /** Whether it reaches its recipient as a test wants. */
    boolean isSent(Sending wanted) {
      return wanted.channel().map(channel::equals).orElse(true)
          && (wanted.sendAt().isEmpty() || wanted.sendAt().getAsLong() == sendAt)
          && wanted.assignee().map(assignee::equals).orElse(true)
          && wanted.words().stream()
              .allMatch(text -> words.values().stream().anyMatch(it -> it.contains(text)));
    }
  }

  /** The action that answers it, if any does. */
  public Optional<String> action() {
    return answer.map(Answer::action);
  }

  /** How the action is sent, as a test would have to expect it. */
  public Sending sending() {
    return answer.map(Answer::sending).orElse(Sending.ANYHOW);
  }

  /** Whether the same moments stand with the same actions, whatever these say and where. */
  public boolean looksLike(Happening other) {
    return moment.equals(other.moment) && at == other.at && action().equals(other.action());
  }
}
