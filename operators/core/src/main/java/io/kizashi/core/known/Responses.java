package io.kizashi.core.known;

import io.kizashi.core.detect.World;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Position;
import io.kizashi.schema.Sha256;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Projection;
import io.kizashi.schema.state.Projection.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a customer responds on each channel: the mean of a Beta distribution over messages that
 * reached the customer, those of long ago counting less. A channel that was never used is as good
 * as one on which every second message was welcome.
 */
public final class Responses {
  /** What is kept of outcomes that left the history; the name of no signal. */
  private static final String KEPT = "response/";

  /** Longer names of messages are kept short. */
  private static final int NAME = 64;

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
  public Responses(CustomerState state, Position at) {
    long since = Times.minus(at.time(), REACH);
    Stream.concat(state.kept(KEPT), told(state.history().touchpoints()))
        .filter(row -> row.at().time() > since && !row.at().isAfter(at))
        .sorted(Comparator.comparing(Row::at))
        .forEach(row -> messages.merge(name(row), message(row, at), Message::and));
    messages
        .values()
        .forEach(
            message ->
                channels.merge(
                    message.channel(),
                    new Tally(0, 0).and(message),
                    (tally, one) -> tally.and(message)));
  }

  private static Message message(Row row, Position at) {
    long time = row.at().time();
    String text = row.value().toString();
    return new Message(
        text.substring(text.indexOf('\n') + 1),
        row.weight() > 0 ? OptionalLong.of(time) : OptionalLong.empty(),
        Math.pow(2, -(double) (at.time() - time) / HALF_LIFE));
  }

  private static String name(Row row) {
    String text = row.value().toString();
    return text.substring(0, text.indexOf('\n'));
  }

  /** What touchpoints tell: message and channel, in two lines, and 1 for what was welcome. */
  private static Stream<Row> told(List<Touchpoint> touchpoints) {
    return touchpoints.stream().flatMap(touchpoint -> told(touchpoint).stream());
  }

  private static Optional<Row> told(Touchpoint touchpoint) {
    return Outcomes.of(touchpoint)
        .filter(outcome -> WELCOME.contains(outcome) || REACHED.contains(outcome))
        .map(
            outcome ->
                new Row(
                    touchpoint.position(),
                    name(touchpoint) + '\n' + touchpoint.setting().channel(),
                    WELCOME.contains(outcome) ? 1 : 0));
  }

  private static String name(Touchpoint touchpoint) {
    String name = Outcomes.recommendation(touchpoint);
    return name.length() > NAME || name.contains("\n") ? Sha256.hex(name) : name;
  }

  /**
   * What must be known of touchpoints that leave the history, where something hangs on it.
   *
   * @param asked time before which no place is asked for any more, milliseconds
   */
  public static void keep(
      World world, List<Touchpoint> leaving, long asked, Map<String, Projection> projections) {
    if (matter(world.rules())) {
      Stream<Row> rows = Stream.concat(world.state().kept(KEPT), told(leaving));
      projections.put(KEPT, Projection.newest("", Times.minus(asked, REACH), rows));
    }
  }

  private static boolean matter(Rules rules) {
    return rules.moments().stream()
        .flatMap(rule -> rules.answering(rule.name()).stream())
        .anyMatch(action -> action.responsive() || action.channels().size() > 1);
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
  public Set<Integer> hours(String channel, ZoneId zone) {
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
  public List<String> sorted(List<String> asWritten, String preferred) {
    return asWritten.stream()
        .sorted(
            Comparator.comparing((String channel) -> !channel.equals(preferred))
                .thenComparing(channel -> -tenths(channel)))
        .toList();
  }
}
