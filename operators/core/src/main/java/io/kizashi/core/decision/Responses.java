package io.kizashi.core.decision;

import io.kizashi.core.time.Times;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

  /** Welcome messages in one hour of the day that make a habit: one may be chance. */
  private static final int HABIT = 2;

  private static final Set<String> WELCOME = Set.of("opened", "clicked", "accepted", "helpful");
  private static final Set<String> REACHED =
      Set.of("delivered", "declined", "dismissed", "unhelpful", "unfollowed");

  private final Map<String, Message> messages = new HashMap<>();
  private final Map<String, Tally> channels = new HashMap<>();

  private record Tally(double welcome, double unwelcome) {
    Tally and(Message message) {
      return message.welcome()
          ? new Tally(welcome + message.weight(), unwelcome)
          : new Tally(welcome, unwelcome + message.weight());
    }
  }

  /**
   * A message, by what is told of it.
   *
   * @param welcomed when it was first welcome, milliseconds; empty where it was not
   */
  private record Message(String channel, OptionalLong welcomed, double weight) {
    Message and(Message later) {
      return new Message(channel, welcomed.isPresent() ? welcomed : later.welcomed, later.weight);
    }

    boolean welcome() {
      return welcomed.isPresent();
    }
  }

  /** The responses that are known at a place. */
  Responses(CustomerState state, Position at) {
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
                    WELCOME.contains(outcome)
                        ? OptionalLong.of(touchpoint.time())
                        : OptionalLong.empty(),
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

  /** The hours of the customer's day in which messages on a channel were welcome, several each. */
  Set<Integer> hours(String channel, ZoneId zone) {
    Map<Integer, Integer> welcome = new HashMap<>();
    for (Message message : messages.values()) {
      if (message.welcome() && message.channel().equals(channel)) {
        long first = message.welcomed().getAsLong();
        welcome.merge(Instant.ofEpochMilli(first).atZone(zone).getHour(), 1, Integer::sum);
      }
    }
    welcome.values().removeIf(count -> count < HABIT);
    return welcome.keySet();
  }

  /** Channels, the one with the best response first; equal ones stay as they are. */
  List<String> sorted(List<String> asWritten, String preferred) {
    return asWritten.stream()
        .sorted(
            Comparator.comparing((String channel) -> !channel.equals(preferred))
                .thenComparing(channel -> -tenths(channel)))
        .toList();
  }
}
