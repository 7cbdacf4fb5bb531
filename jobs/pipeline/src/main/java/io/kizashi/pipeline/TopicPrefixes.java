package io.kizashi.pipeline;

import io.kizashi.language.yaml.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Prefixes of the installations that share a broker. */
public final class TopicPrefixes {
  private TopicPrefixes() {}

  /**
   * The prefix in use that a new one was most likely meant to be: a slip would begin a second
   * installation without a word, on topics to which nobody writes.
   *
   * @param prefix that is to be used
   * @param present names of all topics at the broker
   * @return empty if there are topics of that prefix, or if it resembles none
   */
  public static Optional<String> meant(String prefix, Set<String> present) {
    boolean isNew =
        Topics.all().stream().noneMatch(topic -> present.contains(prefix + topic.name()));
    return isNew ? Nearest.to(prefix, inUse(present)) : Optional.empty();
  }

  /** Every engine reads these two. */
  private static List<String> inUse(Set<String> present) {
    return present.stream()
        .filter(name -> name.endsWith(Topics.TOUCHPOINTS))
        .map(name -> name.substring(0, name.length() - Topics.TOUCHPOINTS.length()))
        .filter(known -> !known.isEmpty() && present.contains(known + Topics.RULEBOOKS))
        .sorted()
        .toList();
  }
}
