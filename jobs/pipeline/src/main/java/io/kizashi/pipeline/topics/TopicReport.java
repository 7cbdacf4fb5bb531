package io.kizashi.pipeline.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * All that is wrong with the topics of an engine, in one answer.
 *
 * @param problems what would lose records, stop the engine or make it wrong
 * @param notes what differs from {@code topics.yaml} and works all the same
 */
public record TopicReport(List<Finding> problems, List<Finding> notes) {
  /** What goes without the one topic that nothing else needs. */
  private static final String WHY = "nobody who asks 'why' of the running engine is answered";

  /** Copies the findings. */
  public TopicReport {
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /**
   * One thing about one topic.
   *
   * @param topic its name at the broker
   * @param what is the matter, and what follows from it
   * @param remedy what to do
   */
  public record Finding(String topic, String what, String remedy) {
    /** The same of a topic that only one thing needs. */
    private Finding without(String loss) {
      return new Finding(topic, what + ", so " + loss, remedy);
    }

    /** For people, on one line. */
    public String text() {
      return topic + ": " + what + "; " + remedy;
    }
  }

  /**
   * Compares; topics are told of in the order of their needs.
   *
   * @param facts by the topic's name; what is not told of is missing
   */
  public static TopicReport of(List<TopicNeed> needs, Map<String, TopicFacts> facts) {
    List<Finding> problems = new ArrayList<>();
    List<Finding> notes = new ArrayList<>();
    for (TopicNeed need : needs) {
      Consumer<Finding> grave =
          switch (need.necessity()) {
            case REQUIRED -> problems::add;
            case OPTIONAL -> finding -> notes.add(finding.without(WHY));
          };
      TopicCheck check = new TopicCheck(need, grave, notes::add);
      check.check(facts.getOrDefault(need.name(), new TopicFacts.Missing()));
    }
    return new TopicReport(problems, notes);
  }

  /** Whether an engine may start. */
  public boolean ok() {
    return problems.isEmpty();
  }

  /** The problems for people, a line each. */
  public String text() {
    return problems.stream().map(Finding::text).collect(Collectors.joining("\n  ", "  ", ""));
  }
}
