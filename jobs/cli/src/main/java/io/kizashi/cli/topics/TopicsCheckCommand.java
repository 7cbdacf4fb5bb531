package io.kizashi.cli.topics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.local.kafka.Brokers;
import io.kizashi.pipeline.topics.TopicNeed;
import io.kizashi.pipeline.topics.TopicReport;
import io.kizashi.pipeline.topics.TopicReport.Finding;
import io.kizashi.terminal.ExitCode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is wrong with the topics of an engine, before it starts. */
@Command(
    name = "check",
    description = {
      "Compare the topics that the engine reads and writes with what it needs of them.",
      "Rights are those of whoever asks: give the engine's own credentials to learn of its own."
    })
final class TopicsCheckCommand implements Callable<Integer> {
  @Mixin TopicsOptions options = new TopicsOptions();

  @Option(names = "--json", description = "Print one JSON object for programs.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    TopicsPlace place = options.place(spec.commandLine());
    List<TopicNeed> used = place.used();
    TopicReport report;
    try (Brokers brokers = place.brokers()) {
      report = TopicsPlace.report(brokers, used);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(asJson(place, report));
    } else {
      PrintWriter err = spec.commandLine().getErr();
      report.problems().forEach(problem -> err.println("problem: " + problem.text()));
      report.notes().forEach(note -> err.println("note: " + note.text()));
      if (report.ok()) {
        out.println(used.size() + " topics at " + place.description() + " are fine");
      }
    }
    return report.ok() ? ExitCode.DONE : ExitCode.INPUT;
  }

  private static ObjectNode asJson(TopicsPlace place, TopicReport report) {
    ObjectNode result = new ObjectMapper().createObjectNode();
    result.put("ok", report.ok()).put("bootstrap", place.bootstrap());
    add(result.putArray("problems"), report.problems());
    add(result.putArray("notes"), report.notes());
    return result;
  }

  private static void add(ArrayNode all, List<Finding> findings) {
    for (Finding finding : findings) {
      all.addObject()
          .put("topic", finding.topic())
          .put("what", finding.what())
          .put("remedy", finding.remedy());
    }
  }
}
