package io.kizashi.control.publish;

import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookRef;

/**
 * A publication as it lies on its topic.
 *
 * @param time when the broker took it in, milliseconds since the epoch
 */
public record HistoryEntry(Publication publication, long time) {
  public long version() {
    return publication.version();
  }

  /** As moments and statuses name it. */
  RulebookRef ref() {
    return new RulebookRef(publication.name(), version(), publication.document().hash());
  }

  /** Whether all customers were to follow it. */
  boolean full() {
    return publication.rollout().isEmpty();
  }

  /** Whether another publication says the same to the same customers. */
  boolean same(Publication other) {
    return publication.document().text().equals(other.document().text())
        && publication.rollout().equals(other.rollout());
  }
}
