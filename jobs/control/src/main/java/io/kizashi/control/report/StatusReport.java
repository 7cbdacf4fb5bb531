package io.kizashi.control.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.control.publish.PublishedHistory;
import io.kizashi.control.publish.TaskAnswer;
import io.kizashi.control.publish.VersionInForce;
import io.kizashi.schema.Rfc3339;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which rules are in force, for people and for programs. */
public final class StatusReport {
  /** Older ones stand in the history. */
  private static final int REFUSALS = 3;

  private StatusReport() {}

  /** In words, several lines where tasks differ. */
  public static String text(PublishedHistory book) {
    List<String> lines = new ArrayList<>();
    VersionInForce inForce = book.inForce();
    if (inForce.agreed()) {
      lines.add(
          book.name()
              + ": "
              + words(inForce.answers().iterator().next())
              + latest(inForce)
              + " on "
              + tasks(inForce));
    } else {
      lines.add(book.name() + ": " + disagreement(inForce));
      inForce
          .byTask()
          .forEach((task, answer) -> lines.add("  task " + task + ": " + since(answer)));
    }
    book.head()
        .filter(head -> head.version() > inForce.version())
        .ifPresent(
            head ->
                lines.add(
                    "  version "
                        + head.version()
                        + " was published "
                        + ResultText.origin(head)
                        + ", and no task has answered"));
    refusals(book).forEach(refusal -> lines.add(refusal(refusal)));
    return String.join("\n", lines);
  }

  private static String words(TaskAnswer answer) {
    return "version "
        + answer.version()
        + " ("
        + ResultText.shortHash(answer.status().rulebook().hash())
        + ") for "
        + ResultText.customers(answer.status().percent());
  }

  private static String since(TaskAnswer answer) {
    return words(answer) + " since " + Rfc3339.format(answer.time());
  }

  /** All tasks agree from the time on at which the last of them did. */
  private static String latest(VersionInForce inForce) {
    return " since " + Rfc3339.format(agreedSince(inForce));
  }

  private static long agreedSince(VersionInForce inForce) {
    return inForce.answers().stream().mapToLong(TaskAnswer::time).max().orElse(0);
  }

  private static String tasks(VersionInForce inForce) {
    return inForce.byTask().size() + " of " + inForce.tasks() + " tasks";
  }

  private static String disagreement(VersionInForce inForce) {
    if (inForce.tasks() == 0) {
      return "no engine has answered";
    }
    return inForce.byTask().size() < inForce.tasks()
        ? "only " + tasks(inForce) + " have answered"
        : "the tasks differ";
  }

  private static List<TaskAnswer> refusals(PublishedHistory book) {
    List<TaskAnswer> all = book.refusals();
    return all.subList(Math.max(0, all.size() - REFUSALS), all.size());
  }

  private static String refusal(TaskAnswer answer) {
    String problems =
        String.join("", answer.status().problems())
            .lines()
            .map(line -> "    " + line)
            .collect(Collectors.joining("\n"));
    return "  refused: version "
        + answer.version()
        + " ("
        + ResultText.shortHash(answer.status().rulebook().hash())
        + ") at "
        + Rfc3339.format(answer.time())
        + ", "
        + answer.status().word().wire()
        + "\n"
        + problems;
  }

  /** One object. */
  public static ObjectNode json(PublishedHistory book) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    VersionInForce inForce = book.inForce();
    json.put("rulebook", book.name());
    json.put("agreed", inForce.agreed());
    json.put("tasks", inForce.tasks());
    ArrayNode tasks = json.putArray("inForce");
    inForce.answers().forEach(answer -> put(tasks.addObject(), answer).put("since", time(answer)));
    ArrayNode refusals = json.putArray("refused");
    for (TaskAnswer answer : refusals(book)) {
      ObjectNode refusal = put(refusals.addObject(), answer).put("time", time(answer));
      refusal.put("code", answer.status().word().wire());
      ArrayNode problems = refusal.putArray("problems");
      answer.status().problems().forEach(problems::add);
    }
    return json;
  }

  private static ObjectNode put(ObjectNode node, TaskAnswer answer) {
    return node.put("task", answer.status().task())
        .put("version", answer.version())
        .put("hash", answer.status().rulebook().hash())
        .put("percent", answer.status().percent());
  }

  private static String time(TaskAnswer answer) {
    return Rfc3339.format(answer.time());
  }
}
