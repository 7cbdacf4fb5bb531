package io.kizashi.control.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of a comparison. Each moment and recommendation counts once, taken back or not. */
final class DifferenceCounts {
  private final Map<String, Row> moments = new TreeMap<>();
  private final Map<String, Row> actions = new TreeMap<>();
  private long decided;
  private long differently;
  private long otherAction;
  private long differences;
  private long dueLaterInA;
  private long dueLaterInB;

  /** Counts of one rule or action: always {@code a - onlyInA == b - onlyInB}. */
  static final class Row {
    private long a;
    private long b;
    private long onlyInA;
    private long onlyInB;
    private long changed;

    long a() {
      return a;
    }

    long b() {
      return b;
    }

    long onlyInA() {
      return onlyInA;
    }

    long onlyInB() {
      return onlyInB;
    }

    long changed() {
      return changed;
    }
  }

  /** Takes note of a customer. */
  void add(CustomerOutcomes a, CustomerOutcomes b, List<Difference> found) {
    a.moments().forEach(moment -> row(moments, moment).a++);
    b.moments().forEach(moment -> row(moments, moment).b++);
    a.actions().forEach(action -> row(actions, action).a++);
    b.actions().forEach(action -> row(actions, action).b++);
    found.forEach(this::count);
    decided += a.actions().isEmpty() && b.actions().isEmpty() ? 0 : 1;
    differently += found.stream().anyMatch(Difference::isAction) ? 1 : 0;
    otherAction += found.stream().anyMatch(Difference::isOtherAction) ? 1 : 0;
    differences += found.size();
    dueLaterInA += a.dueLater();
    dueLaterInB += b.dueLater();
  }

  private void count(Difference difference) {
    Map<String, Row> rows = difference.isAction() ? actions : moments;
    switch (difference.kind()) {
      case ONLY_IN_A -> row(rows, difference.a().orElseThrow()).onlyInA++;
      case ONLY_IN_B -> row(rows, difference.b().orElseThrow()).onlyInB++;
      case CHANGED -> changed(rows, difference.a().orElseThrow(), difference.b().orElseThrow());
    }
  }

  /** One action instead of another is less of the one and more of the other. */
  private static void changed(Map<String, Row> rows, Outcome a, Outcome b) {
    if (a.name().equals(b.name())) {
      row(rows, a).changed++;
    } else {
      row(rows, a).onlyInA++;
      row(rows, b).onlyInB++;
    }
  }

  private static Row row(Map<String, Row> rows, Outcome outcome) {
    return rows.computeIfAbsent(outcome.name(), name -> new Row());
  }

  Map<String, Row> moments() {
    return moments;
  }

  Map<String, Row> actions() {
    return actions;
  }

  /** Customers with a recommendation on at least one side. */
  long decided() {
    return decided;
  }

  /** Customers with a difference between recommendations. */
  long differently() {
    return differently;
  }

  /** Customers among them who get something else, or one thing more or less. */
  long otherAction() {
    return otherAction;
  }

  /** Moments and actions of both sides that lie behind what is looked at. */
  long dueLater() {
    return dueLaterInA + dueLaterInB;
  }

  /** Adds its part of {@code summary.json}. */
  void writeTo(ObjectNode json) {
    ObjectNode momentRows = json.putObject("moments");
    moments.forEach((name, row) -> write(momentRows, name, row));
    ObjectNode actionRows = json.putObject("actions");
    actions.forEach((name, row) -> write(actionRows, name, row));
    json.putObject("customers")
        .put("decided", decided)
        .put("differently", differently)
        .put("otherAction", otherAction);
    json.putObject("dueLater").put("a", dueLaterInA).put("b", dueLaterInB);
    json.put("differences", differences);
  }

  private static void write(ObjectNode rows, String name, Row row) {
    rows.putObject(name)
        .put("a", row.a)
        .put("b", row.b)
        .put("onlyInA", row.onlyInA)
        .put("onlyInB", row.onlyInB)
        .put("changed", row.changed);
  }
}
