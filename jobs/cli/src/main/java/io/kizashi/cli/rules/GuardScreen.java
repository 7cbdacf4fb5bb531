package io.kizashi.cli.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.control.guard.GuardedRollout;
import io.kizashi.control.publish.PublishResult;
import io.kizashi.control.publish.RulebookTopic;
import io.kizashi.control.report.ResultJson;
import io.kizashi.control.report.ResultText;
import io.kizashi.terminal.ExitCode;
import io.kizashi.terminal.Progress;
import java.io.PrintWriter;
import java.util.function.Supplier;

/** A rollout under guard, a line a step; what is seen in between shows on a terminal alone. */
final class GuardScreen implements GuardedRollout.Screen {
  private final RulebookTopic ledger;
  private final boolean json;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Progress progress;

  GuardScreen(
      RulebookTopic ledger, boolean json, PrintWriter out, PrintWriter err, Progress progress) {
    this.ledger = ledger;
    this.json = json;
    this.out = out;
    this.err = err;
    this.progress = progress;
  }

  @Override
  public void step(PublishResult result) {
    progress.close();
    if (json) {
      out.println(ResultJson.of(result));
    } else {
      boolean fine = ResultText.exitCode(result) == ExitCode.DONE;
      (fine ? out : err).println(ResultText.text(result, ledger));
    }
  }

  @Override
  public void look(Supplier<String> figures) {
    progress.show(figures);
  }

  @Override
  public void passed(int percent, String figures) {
    progress.close();
    if (!json) {
      out.println("  passed with " + ResultText.customers(percent) + ": " + figures);
    }
  }

  /** Shows how it ended, and returns the exit code. */
  int end(GuardedRollout.Ending ending) {
    progress.close();
    if (json) {
      ObjectNode node = new ObjectMapper().createObjectNode();
      node.put("ok", ending.exitCode() == ExitCode.DONE);
      out.println(node.put("result", ending.outcome()).put("reason", ending.text()));
    } else {
      (ending.exitCode() == ExitCode.DONE ? out : err).println(ending.text());
    }
    return ending.exitCode();
  }

  /** Said when the process is ended from outside. */
  void interrupted(GuardedRollout guard) {
    guard.farewell().ifPresent(text -> err.println("interrupted: " + text));
    err.flush();
  }
}
