package io.kizashi.core.decision;

import io.kizashi.core.time.Times;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a customer responds on each channel: the mean of a Beta distribution over messages that
 * reached the customer, those of long ago counting less. A channel that was never used is as good
 * as one on which every second message was welcome.
 */
final class Responses {
  private static final long DAY = 86_400_000L;

  /** Older outcomes say nothing of today. */
  private static final long REACH = 90 * DAY;

  private static final double HALF_LIFE = 30 * DAY;

  /** Messages, welcome and unwelcome each, that an unused channel is taken to have had. */
  private static final double PRIOR = 5;

  private static final Set<String> WELCOME = Set.of("opened", "clicked", "accepted", "helpful");
  private static final Set<String> REACHED =
      Set.of("delivered", "declined", "dismissed", "unhelpful", "unfollowed");

  private final Map<String, Tally> channels = new HashMap<>();

  private record Tally(double welcome, double unwelcome) {
    Tally and(Message message) {
      return message.welcome()
          ? new Tally(welcome + message.weight(), unwelcome)
          : new Tally(welcome, unwelcome + message.weight());
    }
  }

  private record Message(String channel, boolean welcome, double weight) {
    Message and(Message later) {
      return new Message(channel, welcome || later.welcome, later.weight);
    }
  }

  /** The responses that are known at a place. */
  Responses(CustomerState state, Position at) {
    Map<String, Message> messages = new HashMap<>();
    long since = Times.minus(at.time(), REACH);
    for (Touchpoint touchpoint : state.history().touchpoints()) {
      if (touchpoint.time() > since && !touchpoint.position().isAfter(at)) {
        message(touchpoint, at)
            .ifPresent(
                message ->
                    messages.merge(Outcomes.recommendation(touchpoint), message, Message::and));
      }
    }
    messages
        .values()
        .forEach(
            message ->
                channels.merge(
                    message.channel(),
                    new Tally(0, 0).and(message),
                    (tally, one) -> tally.and(message)));
  }

  private static Optional<Message> message(Touchpoint touchpoint, Position at) {
    double age = at.time() - touchpoint.time();
    return Outcomes.of(touchpoint)
        .filter(outcome -> WELCOME.contains(outcome) || REACHED.contains(outcome))
        .map(
            outcome ->
                new Message(
                    touchpoint.setting().channel(),
                    WELCOME.contains(outcome),
                    Math.pow(2, -age / HALF_LIFE)));
  }

  /**
   * Tenths of messages that are welcome on a channel, 0 to 10: finer differences are chance, and
   * must not turn round the order in which an author names channels.
   */
  long tenths(String channel) {
    Tally tally = channels.getOrDefault(channel, new Tally(0, 0));
    double mean = (PRIOR + tally.welcome()) / (2 * PRIOR + tally.welcome() + tally.unwelcome());
    return Math.round(10 * mean);
  }

  /** Channels, the one with the best response first; equal ones stay as they are. */
  List<String> sorted(List<String> asWritten, String preferred) {
    return asWritten.stream()
        .sorted(
            java.util.Comparator.comparing((String channel) -> !channel.equals(preferred))
                .thenComparing(channel -> -tenths(channel)))
        .toList();
  }
}
