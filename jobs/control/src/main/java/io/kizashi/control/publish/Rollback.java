package io.kizashi.control.publish;

import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.InputFault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The way back to an old text.
 *
 * @param name the rulebook's name
 * @param document the old text, with its old version
 */
public record Rollback(String name, RulebookDocument document) {
  /**
   * Finds the text to go back to.
   *
   * @param name which rulebook; empty for the only one that there is
   * @param version which text; empty for the one before, among those for everybody
   * @throws InputFault if there is no such text, or it does not compile any more
   */
  public static Rollback of(RulebookTopic ledger, Optional<String> name, Optional<Long> version) {
    PublishedHistory book = only(ledger.books(name));
    RulebookDocument document =
        version.map(wanted -> wanted(book, wanted)).orElseGet(() -> before(book));
    if (RulebookCompiler.compile(document) instanceof Compilation.Refused refused) {
      throw new InputFault(
          "version "
              + document.version()
              + " does not compile any more:\n"
              + refused.problems().stream().map(Problem::render).collect(Collectors.joining()));
    }
    return new Rollback(book.name(), document);
  }

  private static PublishedHistory only(List<PublishedHistory> books) {
    if (books.size() != 1) {
      throw new InputFault(
          books.isEmpty()
              ? "no rulebook was published yet; rules publish does it"
              : "which rulebook? There are "
                  + books.stream().map(PublishedHistory::name).collect(Collectors.joining(", ")));
    }
    return books.get(0);
  }

  private static RulebookDocument wanted(PublishedHistory book, long version) {
    return book.text(version).orElseThrow(() -> absent(book, "version " + version));
  }

  private static RulebookDocument before(PublishedHistory book) {
    Optional<RulebookDocument> base =
        book.head().flatMap(head -> head.publication().rollout()).map(rollout -> rollout.base());
    return base.or(() -> book.previous().map(entry -> entry.publication().document()))
        .orElseThrow(() -> absent(book, "an earlier version"));
  }

  private static InputFault absent(PublishedHistory book, String what) {
    return new InputFault(
        "rulebook '"
            + book.name()
            + "' has no text of "
            + what
            + " on the topic: rules history lists what there is. Version 1 travels with the job;"
            + " publish its file to go back to it");
  }

  /** What is gone back to, in words. */
  public String target() {
    return "version " + document.version() + " of '" + name + "'";
  }

  /** What to publish. */
  public Draft draft(String by, String why) {
    String reason = why.isEmpty() ? "back to version " + document.version() : why;
    return new Draft(name, document.file(), document.text(), Optional.empty(), by, reason);
  }
}
