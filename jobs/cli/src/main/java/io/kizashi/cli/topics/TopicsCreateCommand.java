package io.kizashi.cli.topics;

import io.kizashi.local.kafka.Brokers;
import io.kizashi.pipeline.topics.TopicReport;
import io.kizashi.terminal.ExitCode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Creates the topics of an engine that are missing. */
@Command(
    name = "create",
    description = {
      "Create the topics that are missing, as topics.yaml says.",
      "What exists is never altered; how it differs is said."
    })
final class TopicsCreateCommand implements Callable<Integer> {
  @Mixin TopicsOptions options = new TopicsOptions();

  @Mixin NewTopics topics = new NewTopics();

  @Option(
      names = "--replicas",
      description =
          "Of every partition (default: as the broker does it). From three on, a record counts as"
              + " written when two have it.")
  Optional<Short> replicas = Optional.empty();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (replicas.filter(number -> number < 1).isPresent()) {
      throw new ParameterException(spec.commandLine(), "--replicas must be 1 or more");
    }
    TopicsPlace place = options.place(spec.commandLine());
    try (Brokers brokers = place.brokers()) {
      PrintWriter err = spec.commandLine().getErr();
      List<String> created = topics.create(brokers, place.prefix(), replicas, err);
      spec.commandLine()
          .getOut()
          .println(
              created.isEmpty()
                  ? "every topic is there already at " + place.description()
                  : "created topics: " + String.join(", ", created));
      return told(TopicsPlace.report(brokers, place.all()), created);
    }
  }

  private int told(TopicReport report, List<String> created) {
    PrintWriter err = spec.commandLine().getErr();
    report.problems().forEach(problem -> err.println("problem: " + problem.text()));
    report.notes().stream()
        .filter(note -> !created.contains(note.topic()))
        .forEach(note -> err.println("note: " + note.text()));
    return report.ok() ? ExitCode.DONE : ExitCode.INPUT;
  }
}
