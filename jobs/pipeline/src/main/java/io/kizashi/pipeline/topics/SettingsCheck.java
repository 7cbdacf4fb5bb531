package io.kizashi.pipeline.topics;

import io.kizashi.pipeline.topics.Topic.Cleanup;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Holds the settings of one topic against those that it should have.
 *
 * @param problem takes what is wrong, and what to do
 * @param note takes what differs and works all the same, and what to do
 */
record SettingsCheck(
    Topic topic, BiConsumer<String, String> problem, BiConsumer<String, String> note) {
  private static final String FOREVER = "-1";

  void check(Map<String, String> found, int replicas) {
    Map<String, String> wanted = topic.settings();
    value(found, Topic.TIMESTAMPS).ifPresent(type -> timestamps(type, wanted));
    value(found, Topic.CLEANUP).ifPresent(policy -> cleanup(policy, wanted));
    if (topic.cleanup() == Cleanup.DELETE) {
      value(found, Topic.RETENTION).ifPresent(kept -> retention(kept, wanted));
      value(found, "retention.bytes").ifPresent(this::retentionBySize);
    }
    value(found, Topic.COMPACTION_LAG).ifPresent(lag -> compactionLag(lag, wanted));
    value(found, Topic.LARGEST).ifPresent(most -> largest(most, wanted));
    value(found, Topic.IN_SYNC).ifPresent(least -> replicas(replicas, Integer.parseInt(least)));
  }

  private static Optional<String> value(Map<String, String> settings, String name) {
    return Optional.ofNullable(settings.get(name));
  }

  private void timestamps(String found, Map<String, String> wanted) {
    if (found.equals(wanted.get(Topic.TIMESTAMPS))) {
      return;
    }
    String what = Topic.TIMESTAMPS + " is " + found;
    switch (topic.cleanup()) {
      case DELETE ->
          problem.accept(
              what
                  + ": a wrong clock of whoever writes can pass deadlines, and retention goes by it",
              set(Topic.TIMESTAMPS, wanted));
      // What is compacted goes by its order alone.
      case COMPACT -> note.accept(what, set(Topic.TIMESTAMPS, wanted));
    }
  }

  private void cleanup(String found, Map<String, String> wanted) {
    String lost =
        switch (topic.cleanup()) {
          case COMPACT -> "what was last said under a key is lost in time";
          case DELETE -> "all records of a key but its last are lost";
        };
    if (!found.equals(wanted.get(Topic.CLEANUP))) {
      problem.accept(Topic.CLEANUP + " is " + found + ": " + lost, set(Topic.CLEANUP, wanted));
    }
  }

  private void retention(String found, Map<String, String> wanted) {
    String atLeast = wanted.getOrDefault(Topic.RETENTION, FOREVER);
    if (millis(found) < millis(atLeast)) {
      problem.accept(
          Topic.RETENTION + " is " + spoken(found) + ": records go before " + spoken(atLeast),
          set(Topic.RETENTION, wanted));
    } else if (millis(found) > millis(atLeast)) {
      note.accept(
          Topic.RETENTION + " is " + spoken(found) + ", not " + spoken(atLeast),
          "leave it where records are to stay longer");
    }
  }

  /** Of a topic whose replaced records may go at once, nothing is wanted. */
  private void compactionLag(String found, Map<String, String> wanted) {
    String atLeast = wanted.getOrDefault(Topic.COMPACTION_LAG, found);
    if (Long.parseLong(found) < Long.parseLong(atLeast)) {
      note.accept(
          Topic.COMPACTION_LAG
              + " is "
              + spoken(found)
              + ": what newer records replace may go before "
              + spoken(atLeast),
          set(Topic.COMPACTION_LAG, wanted));
    }
  }

  private static long millis(String retention) {
    return retention.equals(FOREVER) ? Long.MAX_VALUE : Long.parseLong(retention);
  }

  private static String spoken(String retention) {
    if (retention.equals(FOREVER)) {
      return "for ever";
    }
    Duration duration = Duration.ofMillis(Long.parseLong(retention));
    return duration.equals(Duration.ofDays(duration.toDays()))
        ? duration.toDays() + " d"
        : duration.toMillis() + " ms";
  }

  private void retentionBySize(String found) {
    if (!found.equals(FOREVER)) {
      note.accept(
          "retention.bytes is " + found + ": records may go before their time",
          "set retention.bytes=-1, or see that the size is never reached");
    }
  }

  private void largest(String found, Map<String, String> wanted) {
    int least = topic.maxMessage();
    if (Integer.parseInt(found) < least) {
      problem.accept(
          Topic.LARGEST + " is " + found + ": a record of up to " + least + " bytes is refused",
          set(Topic.LARGEST, wanted));
    }
  }

  private void replicas(int replicas, int inSync) {
    if (inSync > replicas) {
      problem.accept(
          Topic.IN_SYNC + " is " + inSync + ", replicas are " + replicas + ": no record is taken",
          "add replicas, or set " + Topic.IN_SYNC + "=" + Math.max(1, replicas - 1));
    } else if (replicas == 1) {
      note.accept("has one replica: what its disk loses is lost", "have three of them");
    } else if (inSync == replicas) {
      note.accept(
          Topic.IN_SYNC + " is " + inSync + " of " + replicas + ": no broker may be away",
          "set " + Topic.IN_SYNC + "=" + (replicas - 1));
    } else if (replicas >= Topic.REPLICAS_THAT_SURVIVE && inSync == 1) {
      note.accept(
          Topic.IN_SYNC + " is 1: what one disk alone has counts as said",
          "set " + Topic.IN_SYNC + "=2");
    }
  }

  private static String set(String name, Map<String, String> wanted) {
    return "set " + name + "=" + wanted.get(name);
  }
}
