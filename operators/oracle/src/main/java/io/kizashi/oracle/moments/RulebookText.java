package io.kizashi.oracle.moments;

import io.kizashi.oracle.story.Yaml;
import io.kizashi.schema.Emotion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A random rulebook as it is written. */
record RulebookText(RandomRulebook rulebook) {
  /** What holds where no gap is written, milliseconds. */
  private static final long DEFAULT_GAP = 30 * 60_000;

  String yaml() {
    RandomScope names = names();
    StringBuilder yaml = new StringBuilder("rulebook: " + RandomRulebook.NAME + "\n");
    yaml.append("disorder: ").append(Yaml.span(rulebook.disorder())).append('\n');
    yaml.append("decide: ").append(rulebook.settled() ? "settled" : "at-once").append('\n');
    yaml.append("history: { touchpoints: ").append(rulebook.touchpoints());
    yaml.append(", for: ").append(Yaml.span(rulebook.retention())).append(" }\n");
    if (!rulebook.zone().getId().equals("UTC")) {
      yaml.append("timezone: ").append(rulebook.zone().getId()).append('\n');
    }
    if (rulebook.gap() != DEFAULT_GAP) {
      yaml.append("session-gap: ").append(Yaml.span(rulebook.gap())).append('\n');
    }
    if (!rulebook.calendar().equals(Calendar.DEFAULT)) {
      yaml.append("calendar: ").append(rulebook.calendar().yaml()).append('\n');
    }
    yaml.append(NaiveFading.of(rulebook).yaml());
    named(yaml, names);
    rules(yaml, names);
    guards(yaml, names);
    return yaml.toString();
  }

  private void named(StringBuilder yaml, RandomScope names) {
    yaml.append(rulebook.journey().isEmpty() ? "" : "journey:\n");
    for (RandomRulebook.Entry entry : rulebook.journey()) {
      yaml.append("  - { stage: ").append(entry.stage()).append(", when: '");
      yaml.append(entry.when().cel(names.with(true, List.of()))).append("' }\n");
    }
    lists(yaml);
    yaml.append(names.segments().isEmpty() ? "" : "segments:\n");
    names
        .segments()
        .forEach(
            (condition, name) -> {
              String cel = condition.cel(names.with(false, List.of()));
              yaml.append("  ").append(name).append(": '").append(cel).append("'\n");
            });
    yaml.append(names.signals().isEmpty() ? "" : "signals:\n");
    names
        .signals()
        .forEach(
            (signal, name) -> {
              String text = signal.yaml(names.with(true, List.of()));
              yaml.append("  ").append(name).append(": ").append(text).append('\n');
            });
  }

  /** Those that its expressions ask for, and those who test it. */
  private void lists(StringBuilder yaml) {
    List<KnownFacts.Listed> asked =
        parts()
            .filter(KnownFacts.Listed.class::isInstance)
            .map(KnownFacts.Listed.class::cast)
            .distinct()
            .toList();
    List<String> testers = rulebook.testers();
    yaml.append(asked.isEmpty() && testers.isEmpty() ? "" : "lists:\n");
    yaml.append(testers.isEmpty() ? "" : "  testers: " + Yaml.list(testers) + "\n");
    asked.forEach(list -> yaml.append(list.yaml()));
  }

  private Stream<Expr> parts() {
    return rulebook.rules().stream().flatMap(RandomRule::expressions).flatMap(Expr::parts);
  }

  private void rules(StringBuilder yaml, RandomScope names) {
    yaml.append("moments:\n");
    for (RandomRule rule : rulebook.rules()) {
      yaml.append("  ").append(rulebook.name(rule)).append(":\n    ");
      yaml.append(rule.yaml(names)).append('\n');
      yaml.append(rulebook.isOnTrial(rule) ? "    shadow: true\n" : "");
      if (rulebook.percent(rule) < 100) {
        yaml.append("    rollout: ").append(rulebook.percent(rule)).append("%\n");
      }
      rulebook.feels(rule).ifPresent(emotion -> yaml.append(feels(emotion)));
    }
    yaml.append("actions:\n");
    for (RandomRule rule : rulebook.rules()) {
      yaml.append("  do_").append(rulebook.name(rule)).append(": { kind: ");
      yaml.append(rulebook.sells(rule) ? "sell" : "inform").append(", answers: [");
      yaml.append(rulebook.name(rule)).append("], channels: [web], expires: 1m,");
      yaml.append(" content: { web: { en: words } } }\n");
    }
  }

  private static String feels(Emotion emotion) {
    return "    feels: { valence: %s, arousal: %s, label: %s, confidence: %s }\n"
        .formatted(emotion.valence(), emotion.arousal(), emotion.label(), emotion.confidence());
  }

  private void guards(StringBuilder yaml, RandomScope names) {
    boolean tested = !rulebook.testers().isEmpty();
    yaml.append(tested || !rulebook.guards().isEmpty() ? "policies:\n" : "");
    yaml.append(tested ? "  test-recipients: testers\n" : "");
    yaml.append(rulebook.guards().isEmpty() ? "" : "  guards:\n");
    for (RandomRulebook.Guard guard : rulebook.guards()) {
      String when = "when: '" + guard.when().cel(names.with(false, List.of())) + "'";
      String linger = guard.linger() == 0 ? "" : ", linger: " + Yaml.span(guard.linger());
      String how =
          guard
              .after()
              .map(rule -> "after: { moment: " + rulebook.name(rule) + " }, for: ")
              .map(after -> after + Yaml.span(guard.linger()))
              .orElse(when + linger);
      String then = guard.hold() ? ", then: hold" : "";
      yaml.append("    - { suppress: [sell], ").append(how).append(then).append(" }\n");
    }
  }

  /** Names for the signals and segments that its expressions speak of. */
  private RandomScope names() {
    Map<RandomSignal, String> signals = new LinkedHashMap<>();
    Map<Expr, String> segments = new LinkedHashMap<>();
    parts().forEach(part -> name(part, signals, segments));
    return new RandomScope(true, List.of(), signals, segments);
  }

  private static void name(
      Expr part, Map<RandomSignal, String> signals, Map<Expr, String> segments) {
    if (part instanceof KnownFacts.OfSignal of) {
      signals.putIfAbsent(of.signal(), "s" + signals.size());
    } else if (part instanceof KnownFacts.Longer longer) {
      signals.putIfAbsent(longer.signal(), "s" + signals.size());
    } else if (part instanceof KnownFacts.Segment segment) {
      segments.putIfAbsent(segment.condition(), "g" + segments.size());
    }
  }
}
