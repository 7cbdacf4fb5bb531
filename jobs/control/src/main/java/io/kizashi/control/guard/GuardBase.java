package io.kizashi.control.guard;

import io.kizashi.control.publish.HistoryEntry;
import io.kizashi.control.publish.PublishedHistory;
import io.kizashi.control.publish.RulebookTopic;
import io.kizashi.control.publish.VersionInForce;
import io.kizashi.control.report.ResultText;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.InputFault;
import java.util.Optional;

/** The text that customers follow before a rollout, and all others during it. */
public final class GuardBase {
  private GuardBase() {}

  /**
   * Finds it: what all others follow if a rollout stands already.
   *
   * @param file the text as a person names it; needed for version 1 alone, which is on no topic
   * @throws InputFault if it is not to be had, or the file holds another text
   */
  public static RulebookDocument of(
      RulebookTopic ledger, String name, Optional<RulebookDocument> file) {
    PublishedHistory book = ledger.book(name);
    Optional<RulebookDocument> published =
        book.head()
            .map(HistoryEntry::publication)
            .map(head -> head.rollout().map(part -> part.base()).orElse(head.document()));
    return published.orElseGet(() -> submitted(book, file));
  }

  private static RulebookDocument submitted(
      PublishedHistory book, Optional<RulebookDocument> file) {
    VersionInForce inForce = book.inForce();
    if (!inForce.agreed()) {
      throw new InputFault(
          "no engine has said what is in force for '" + book.name() + "'; rules status shows more");
    }
    String hash = inForce.answers().iterator().next().status().rulebook().hash();
    RulebookDocument given =
        file.orElseThrow(
            () ->
                new InputFault(
                    "version "
                        + inForce.version()
                        + " travels with the job and is on no topic: name its file with --base"));
    if (!given.hash().equals(hash)) {
      throw new InputFault(
          given.file()
              + ": is not the text in force: its hash is "
              + ResultText.shortHash(given.hash())
              + ", and "
              + ResultText.shortHash(hash)
              + " is in force");
    }
    return new RulebookDocument(given.file(), inForce.version(), given.text());
  }
}
