package io.kizashi.control.report;

import io.kizashi.control.publish.HistoryEntry;
import io.kizashi.control.publish.PublishResult;
import io.kizashi.control.publish.PublishedHistory;
import io.kizashi.control.publish.RollCall;
import io.kizashi.control.publish.RulebookTopic;
import io.kizashi.control.publish.TaskAnswer;
import io.kizashi.schema.Publication;
import io.kizashi.schema.Rfc3339;
import io.kizashi.terminal.ExitCode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How publishing ended, in words. */
public final class ResultText {
  private static final int HASH_CHARS = 12;

  private ResultText() {}

  /** What the process returns. */
  public static int exitCode(PublishResult result) {
    if (result instanceof PublishResult.Silent) {
      return ExitCode.ENVIRONMENT;
    }
    return result instanceof PublishResult.Refused || result instanceof PublishResult.Conflict
        ? ExitCode.INPUT
        : ExitCode.DONE;
  }

  /**
   * In words.
   *
   * @param ledger tells for which rulebooks engines have spoken
   */
  public static String text(PublishResult result, RulebookTopic ledger) {
    String version = version(result.publication());
    if (result instanceof PublishResult.Adopted adopted) {
      return String.format(
          Locale.ROOT,
          "%s in force%s on %d of %d tasks after %d ms",
          version,
          result.publication().rollout().isPresent()
              ? " for " + customers(result.publication().percent())
              : "",
          adopted.tasks(),
          adopted.tasks(),
          adopted.after().toMillis());
    }
    if (result instanceof PublishResult.Overtaken overtaken) {
      return version + " was published, and overtaken by version " + overtaken.by();
    }
    if (result instanceof PublishResult.Conflict conflict) {
      return conflict(version, conflict.holder());
    }
    if (result instanceof PublishResult.Refused refused) {
      return refused(version, refused.answers());
    }
    return result instanceof PublishResult.Silent silent
        ? silent(version, silent, ledger)
        : version + " has the same text: nothing was published; --force publishes it again";
  }

  private static String conflict(String version, HistoryEntry holder) {
    return version
        + ": conflict: it was published before, "
        + origin(holder)
        + ". This publication counts for nothing; publishing again takes the next version (--retry"
        + " does so by itself)";
  }

  /** Who published something, when and what for. */
  public static String origin(HistoryEntry entry) {
    Publication publication = entry.publication();
    return (publication.by().isEmpty() ? "" : "by " + publication.by() + " ")
        + "at "
        + Rfc3339.format(entry.time())
        + (publication.why().isEmpty() ? "" : " (" + publication.why() + ")");
  }

  private static String refused(String version, RollCall answers) {
    List<TaskAnswer> refusals = answers.refusals();
    String inForce =
        answers.adopted() > 0
            ? "; in force on " + answers.adopted() + " of " + answers.tasks() + " tasks"
            : "";
    return version
        + " was refused by "
        + refusals.size()
        + " of "
        + answers.tasks()
        + " tasks ("
        + refusals.get(0).status().word().wire()
        + ")"
        + inForce
        + "\n"
        + String.join("", refusals.get(0).status().problems()).stripTrailing();
  }

  private static String silent(String version, PublishResult.Silent silent, RulebookTopic ledger) {
    RollCall answers = silent.answers();
    String seconds = silent.patience().toMillis() / 1000.0 + " s";
    if (answers.tasks() > 0) {
      return version
          + " is published, but only "
          + answers.byTask().size()
          + " of "
          + answers.tasks()
          + " tasks answered within "
          + seconds
          + "; rules status shows more";
    }
    return version
        + " is published, but no engine answered within "
        + seconds
        + "; engines have answered lately for: "
        + lately(ledger);
  }

  private static String lately(RulebookTopic ledger) {
    String names =
        ledger.names().stream()
            .map(ledger::book)
            .filter(book -> !book.answers().isEmpty())
            .map(ResultText::lately)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }

  private static String lately(PublishedHistory book) {
    TaskAnswer last = book.answers().get(book.answers().size() - 1);
    return book.name() + " (at " + Rfc3339.format(last.time()) + ")";
  }

  private static String version(Publication publication) {
    return "version " + publication.version() + " of '" + publication.name() + "'";
  }

  /** Which part of the customers. */
  public static String customers(int percent) {
    return percent == Publication.EVERYBODY ? "everybody" : percent + " percent of the customers";
  }

  /** The beginning of a hash, enough to tell texts apart. */
  public static String shortHash(String hash) {
    return hash.substring(0, Math.min(HASH_CHARS, hash.length()));
  }
}
