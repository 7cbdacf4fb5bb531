package io.kizashi.pipeline.topics;

import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/**
 * A topic that somebody is going to use.
 *
 * @param topic as it should be
 * @param name at the broker, with the installation's prefix
 * @param rights that the user needs on it; none where it is only looked at
 * @param necessity whether anything goes without it
 */
public record TopicNeed(Topic topic, String name, Set<AclOperation> rights, Necessity necessity) {
  /** Copies the rights. */
  public TopicNeed {
    rights = Set.copyOf(rights);
  }

  /** One without which nothing goes. */
  public TopicNeed(Topic topic, String name, Set<AclOperation> rights) {
    this(topic, name, rights, Necessity.REQUIRED);
  }

  /** Whether anything goes without a topic. */
  public enum Necessity {
    /** Nothing does. */
    REQUIRED,
    /** All but one thing does: what is wrong with it is only noted. */
    OPTIONAL
  }
}
