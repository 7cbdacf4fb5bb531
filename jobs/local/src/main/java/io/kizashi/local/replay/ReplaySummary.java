package io.kizashi.local.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.terminal.EnvironmentFault;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a replay has read and found.
 *
 * @param read records, without heartbeats: always folded + duplicates + rejected + late
 * @param folded records that became part of a customer's history
 * @param duplicates records whose id was seen before
 * @param rejected records that do not meet the contract
 * @param late records older than what the rulebook retains
 * @param flawed records of which something was cut; folded, duplicates or late besides
 * @param reusedIds records whose id was used for something else; among the folded
 * @param forgotten moments, decisions and values of profiles of which a customer had more than are
 *     kept
 * @param moments moments detected
 * @param recommendations recommendations issued
 * @param retracted moments and recommendations taken back
 * @param nobodys tasks that nobody owns, among the recommendations
 * @param unread what conditions could not read: how often, by place in the rulebook and reason
 * @param order how far the records were out of order
 * @param seconds wall-clock seconds of the run
 */
public record ReplaySummary(
    long read,
    long folded,
    long duplicates,
    long rejected,
    long late,
    long flawed,
    long reusedIds,
    long forgotten,
    long moments,
    long recommendations,
    long retracted,
    long nobodys,
    SortedMap<String, SortedMap<String, Long>> unread,
    InputOrder order,
    double seconds) {
  /**
   * Refuses a summary that does not add up: something was lost or counted twice.
   *
   * @throws EnvironmentFault if the balance does not hold
   */
  public ReplaySummary {
    if (read != folded + duplicates + rejected + late) {
      throw new EnvironmentFault(
          "the balance does not hold, please report it: read "
              + read
              + " is not folded "
              + folded
              + " + duplicates "
              + duplicates
              + " + rejected "
              + rejected
              + " + late "
              + late);
    }
  }

  /** Records a second. */
  public double touchpointsPerSecond() {
    return seconds > 0 ? read / seconds : 0;
  }

  /** As {@code summary.json} has it. */
  public ObjectNode asJson() {
    ObjectNode json = counts();
    if (!unread.isEmpty()) {
      json.set("unread", new UnreadSummary(unread).asJson());
    }
    return json;
  }

  private ObjectNode counts() {
    return new ObjectMapper()
        .createObjectNode()
        .put("read", read)
        .put("folded", folded)
        .put("duplicates", duplicates)
        .put("rejected", rejected)
        .put("late", late)
        .put("flawed", flawed)
        .put("reusedIds", reusedIds)
        .put("forgotten", forgotten)
        .put("moments", moments)
        .put("recommendations", recommendations)
        .put("retracted", retracted)
        .put("nobodys", nobodys)
        .put("outOfOrder", order.late())
        .put("setAside", order.beyond())
        .put("seconds", Math.round(seconds * 1000) / 1000.0)
        .put("touchpointsPerSecond", Math.round(touchpointsPerSecond()));
  }

  /** For people. */
  public String asText() {
    String counts =
        String.format(
            Locale.ROOT,
            "%,d touchpoints in %.1f s (%,.0f a second): %,d folded, %,d duplicates, %,d rejected,"
                + " %,d late%n%,d moments, %,d recommendations, %,d retracted",
            read,
            seconds,
            touchpointsPerSecond(),
            folded,
            duplicates,
            rejected,
            late,
            moments,
            recommendations,
            retracted);
    return Stream.of(
            Stream.of(counts),
            told(
                flawed,
                "of %,d touchpoints something was cut that does not fit; rejected.jsonl says what"),
            told(
                reusedIds,
                "%,d touchpoints came with an id that was used for something else; rejected.jsonl"
                    + " says which"),
            told(
                forgotten,
                "%,d moments, decisions and values of profiles were forgotten: customers had more"
                    + " than are kept"),
            told(
                nobodys,
                "%,d tasks are nobody's and went to the fallback; recommendations.jsonl says which:"
                    + " name their owners"),
            new UnreadSummary(unread).asText().stream(),
            order.asText().stream())
        .flatMap(lines -> lines)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static Stream<String> told(long count, String words) {
    return count == 0 ? Stream.of() : Stream.of(String.format(Locale.ROOT, words, count));
  }
}
