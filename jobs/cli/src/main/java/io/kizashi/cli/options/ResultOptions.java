package io.kizashi.cli.options;

import io.kizashi.control.publish.PublishResult;
import io.kizashi.control.publish.RulebookTopic;
import io.kizashi.control.report.ResultJson;
import io.kizashi.control.report.ResultText;
import io.kizashi.terminal.ExitCode;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How long to wait for the engine, and how to show what it says. */
public final class ResultOptions {
  @Option(
      names = "--timeout",
      defaultValue = "10s",
      converter = DurationConverter.class,
      description = "How long all tasks may take to answer (default: ${DEFAULT-VALUE}).")
  public Duration timeout = Duration.ZERO;

  @Option(names = "--json", description = "Print one JSON object for programs.")
  public boolean json;

  /** Shows how publishing ended, and returns the exit code. */
  public int show(PublishResult result, RulebookTopic ledger, CommandLine line) {
    ForeignRecords.tell(ledger.strange(), "publications or answers", line.getErr());
    int code = ResultText.exitCode(result);
    if (json) {
      line.getOut().println(ResultJson.of(result));
    } else {
      (code == ExitCode.DONE ? line.getOut() : line.getErr())
          .println(ResultText.text(result, ledger));
    }
    return code;
  }
}
