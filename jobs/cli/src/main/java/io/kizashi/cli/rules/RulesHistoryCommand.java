package io.kizashi.cli.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.options.ForeignRecords;
import io.kizashi.cli.options.SiteOptions;
import io.kizashi.control.publish.PublishedHistory;
import io.kizashi.control.publish.RulebookTopic;
import io.kizashi.control.report.HistoryReport;
import io.kizashi.terminal.ExitCode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows all that was ever published. */
@Command(
    name = "history",
    description =
        "Show every version that was published, by whom, what for, and what became of it.")
final class RulesHistoryCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "The rulebook (default: all).")
  Optional<String> name = Optional.empty();

  @Mixin SiteOptions site = new SiteOptions();

  @Option(names = "--json", description = "Print one JSON array for programs.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (RulebookTopic ledger = new RulebookTopic(site.site())) {
      ForeignRecords.tell(ledger.strange(), "publications or answers", spec.commandLine().getErr());
      List<PublishedHistory> books = ledger.books(name);
      if (json) {
        var all = new ObjectMapper().createArrayNode();
        books.forEach(book -> all.addAll(HistoryReport.json(book)));
        spec.commandLine().getOut().println(all);
      } else {
        books.forEach(book -> spec.commandLine().getOut().println(HistoryReport.text(book)));
      }
    }
    return ExitCode.DONE;
  }
}
