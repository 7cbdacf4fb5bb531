package io.kizashi.language.read;

import io.kizashi.language.yaml.Mark;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A story that a rulebook tells about itself, and what must come of it.
 *
 * @param name unique in its rulebook
 * @param at where it stands
 * @param given touchpoints of one customer, in the order of their arrival; at least one
 * @param until milliseconds since the epoch up to which time goes on; not before a touchpoint
 * @param expect all moments that stand then
 */
public record RulebookTest(
    String name, Mark at, List<Touchpoint> given, long until, List<Expectation> expect) {
  /** Copies the lists. */
  public RulebookTest {
    given = List.copyOf(given);
    expect = List.copyOf(expect);
  }

  /** Whether it matters how an action is sent. */
  public boolean asksForSending() {
    return expect.stream().anyMatch(it -> !it.sending().equals(Sending.ANYHOW));
  }

  /**
   * A moment that must stand.
   *
   * @param moment its rule
   * @param action what must answer it; empty where that is left open, or nothing may
   * @param unanswered whether nothing may answer it
   * @param at when it must be detected, milliseconds since the epoch; empty where that is left open
   * @param sending how the action must reach its recipient
   */
  public record Expectation(
      String moment,
      Optional<String> action,
      boolean unanswered,
      OptionalLong at,
      Sending sending) {}

  /**
   * How an action must reach its recipient; what is empty is left open.
   *
   * @param channel where
   * @param sendAt earliest time to send, milliseconds since the epoch
   * @param words texts, each of which some part must contain
   * @param assignee whom a task must be for
   */
  public record Sending(
      Optional<String> channel,
      OptionalLong sendAt,
      List<String> words,
      Optional<String> assignee) {
    /** However it may be. */
    public static final Sending ANYHOW =
        new Sending(Optional.empty(), OptionalLong.empty(), List.of(), Optional.empty());

    /** Copies the words. */
    public Sending {
      words = List.copyOf(words);
    }
  }
}
