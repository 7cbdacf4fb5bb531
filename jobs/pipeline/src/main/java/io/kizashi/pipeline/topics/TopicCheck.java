package io.kizashi.pipeline.topics;

import io.kizashi.pipeline.topics.TopicReport.Finding;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;

/** Holds one topic of a broker against what is needed of it. */
final class TopicCheck {
  private final TopicNeed need;
  private final Consumer<Finding> problems;
  private final Consumer<Finding> notes;

  TopicCheck(TopicNeed need, Consumer<Finding> problems, Consumer<Finding> notes) {
    this.need = need;
    this.problems = problems;
    this.notes = notes;
  }

  void check(TopicFacts facts) {
    if (facts instanceof TopicFacts.Present present) {
      present(present);
    } else if (facts instanceof TopicFacts.Missing) {
      problem("is missing", "create it with 'kizashi topics create'");
    } else if (facts instanceof TopicFacts.Hidden) {
      problem(
          "is missing, or may not be seen with these credentials",
          "allow them DESCRIBE on it, or check the prefix");
    } else {
      throw new IllegalStateException("no case for " + facts);
    }
  }

  private void present(TopicFacts.Present present) {
    rights(present);
    partitions(present.partitions());
    present
        .settings()
        .ifPresentOrElse(
            settings ->
                new SettingsCheck(need.topic(), this::problem, this::note)
                    .check(settings, present.replicas()),
            this::unread);
  }

  private void rights(TopicFacts.Present present) {
    present
        .rights()
        .map(allowed -> need.rights().stream().filter(right -> !allowed.contains(right)))
        .map(lacking -> lacking.map(AclOperation::toString).sorted())
        .map(lacking -> lacking.collect(Collectors.joining(" and ")))
        .filter(lacking -> !lacking.isEmpty())
        .ifPresent(
            lacking ->
                problem("these credentials lack " + lacking, "allow them " + lacking + " on it"));
  }

  private void partitions(int found) {
    int wanted = need.topic().partitions();
    if (found > wanted) {
      note("has " + found + " partitions, not " + wanted, "leave it: none can be taken away");
    } else if (found < wanted) {
      note(
          "has " + found + " partitions, not " + wanted + ": fewer tasks can share it",
          "add none once it holds records, since customers would move between partitions");
    }
  }

  private void unread() {
    note(
        "its settings can't be read with these credentials, and were not checked",
        "allow them DESCRIBE_CONFIGS on it");
  }

  private void problem(String what, String remedy) {
    problems.accept(new Finding(need.name(), what, remedy));
  }

  private void note(String what, String remedy) {
    notes.accept(new Finding(need.name(), what, remedy));
  }
}
