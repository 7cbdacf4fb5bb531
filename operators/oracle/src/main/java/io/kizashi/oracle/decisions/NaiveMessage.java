package io.kizashi.oracle.decisions;

import io.kizashi.schema.Touchpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A message that got to the customer, by what is told of it.
 *
 * @param channel where the first of it came about
 * @param welcomed when it was first welcome, milliseconds since the epoch; empty where it was not
 * @param last when something was last told of it
 */
record NaiveMessage(String channel, Optional<Long> welcomed, long last) {
  private static final long DAY = 86_400_000L;

  /** Older outcomes say nothing, milliseconds. */
  private static final long REACH = 90 * DAY;

  private static final long HALF_LIFE = 30 * DAY;

  /** Messages of both sorts that every channel is given. */
  private static final double PRIOR = 5;

  /** Outcomes that tell that a message was welcome. */
  private static final List<String> WELCOME = List.of("opened", "clicked", "accepted", "helpful");

  /** Outcomes that tell that it got there, and was not. */
  private static final List<String> UNWELCOME =
      List.of("delivered", "declined", "dismissed", "unhelpful", "unfollowed");

  /** Those that are known at a place. */
  static List<NaiveMessage> known(NaiveFacts world, List<TakenAction> decisions) {
    Map<String, List<Touchpoint>> byMessage =
        world.seen().stream()
            .filter(t -> t.type().equals(PolicyModel.OUTCOME))
            .filter(t -> t.time() > world.at().time() - REACH)
            .filter(t -> says(t, WELCOME) || says(t, UNWELCOME))
            .collect(
                Collectors.groupingBy(
                    t -> PolicyModel.text(t, "recommendation").orElse(""),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byMessage.values().stream().map(outcomes -> of(outcomes, decisions)).toList();
  }

  private static NaiveMessage of(List<Touchpoint> outcomes, List<TakenAction> decisions) {
    return new NaiveMessage(
        PolicyModel.channel(outcomes.get(0), decisions),
        outcomes.stream().filter(t -> says(t, WELCOME)).map(Touchpoint::time).findFirst(),
        outcomes.get(outcomes.size() - 1).time());
  }

  private static boolean says(Touchpoint t, List<String> outcomes) {
    return PolicyModel.text(t, "outcome").filter(outcomes::contains).isPresent();
  }

  /** The share of those on a channel that was welcome, in tenths; those of long ago say less. */
  static double response(List<NaiveMessage> messages, String channel, long now) {
    double welcome = PRIOR;
    double all = 2 * PRIOR;
    for (NaiveMessage message : messages) {
      if (message.channel.equals(channel)) {
        double weight = Math.pow(2, -(double) (now - message.last) / HALF_LIFE);
        all += weight;
        welcome += message.welcomed.isPresent() ? weight : 0;
      }
    }
    return Math.round(welcome / all * 10) / 10.0;
  }
}
