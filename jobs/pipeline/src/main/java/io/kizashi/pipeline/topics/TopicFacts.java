package io.kizashi.pipeline.topics;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/** What a broker says of one topic. */
public sealed interface TopicFacts {
  /** There is none of this name. */
  record Missing() implements TopicFacts {}

  /** Whoever asks may not see it, nor whether it is there. */
  record Hidden() implements TopicFacts {}

  /**
   * It is there.
   *
   * @param partitions how many
   * @param replicas of the partition that has the fewest
   * @param settings in force, by Kafka's names; absent where whoever asks may not read them
   * @param rights of whoever asks; absent where the broker does not tell
   */
  record Present(
      int partitions,
      int replicas,
      Optional<Map<String, String>> settings,
      Optional<Set<AclOperation>> rights)
      implements TopicFacts {
    /** Copies settings and rights. */
    public Present {
      settings = settings.map(Map::copyOf);
      rights = rights.map(Set::copyOf);
    }
  }
}
