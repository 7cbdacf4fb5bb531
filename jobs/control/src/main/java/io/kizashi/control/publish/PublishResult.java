package io.kizashi.control.publish;

import io.kizashi.schema.Publication;
import java.time.Duration;

/** How publishing ended. */
public sealed interface PublishResult {
  /** What was to be published. */
  Publication publication();

  /** As programs read it. */
  String wire();

  /** Every task decides by it. */
  record Adopted(Publication publication, int tasks, Duration after) implements PublishResult {
    @Override
    public String wire() {
      return "adopted";
    }
  }

  /** It was adopted, or skipped, and a higher version is there already. */
  record Overtaken(Publication publication, long by) implements PublishResult {
    @Override
    public String wire() {
      return "overtaken";
    }
  }

  /** The version belongs to somebody who was faster; this publication counts for nothing. */
  record Conflict(Publication publication, HistoryEntry holder) implements PublishResult {
    @Override
    public String wire() {
      return "conflict";
    }
  }

  /** Every task has answered, and some do not take it. */
  record Refused(Publication publication, RollCall answers) implements PublishResult {
    @Override
    public String wire() {
      return "refused";
    }
  }

  /** Not every task has answered in time. */
  record Silent(Publication publication, RollCall answers, Duration patience)
      implements PublishResult {
    @Override
    public String wire() {
      return "silent";
    }
  }

  /** It is the newest text already; nothing was published. */
  record Unchanged(Publication publication) implements PublishResult {
    @Override
    public String wire() {
      return "unchanged";
    }
  }
}
