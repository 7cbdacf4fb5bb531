package io.kizashi.pipeline.topics;

import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/**
 * A topic that somebody is going to use.
 *
 * @param topic as it should be
 * @param name at the broker, with the installation's prefix
 * @param rights that the user needs on it; none where it is only looked at
 */
public record TopicNeed(Topic topic, String name, Set<AclOperation> rights) {
  /** Copies the rights. */
  public TopicNeed {
    rights = Set.copyOf(rights);
  }
}
