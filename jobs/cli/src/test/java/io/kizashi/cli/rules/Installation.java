package io.kizashi.cli.rules;

import io.kizashi.cli.CommandRun;
import io.kizashi.control.publish.RulebookWriter;
import io.kizashi.control.publish.Site;
import io.kizashi.local.kafka.Brokers;
import io.kizashi.local.kafka.Subscriber;
import io.kizashi.local.kafka.TopicPlan;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Thaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Topics of a test's own, and commands that are run against them. */
record Installation(String bootstrap, String prefix) {
  private static final List<String> TOPICS =
      List.of("rulebooks", "rulebook-status", "controls", "journey-kpis");

  static Installation create(String bootstrap, String prefix) {
    List<String> names = TOPICS.stream().map(name -> prefix + name).toList();
    TopicPlan all = TopicPlan.shipped(prefix, (short) 1);
    try (Brokers brokers = new Brokers(bootstrap, Map.of())) {
      brokers.create(
          new TopicPlan(
              all.topics().stream().filter(topic -> names.contains(topic.name())).toList()));
    }
    return new Installation(bootstrap, prefix);
  }

  Site site() {
    return new Site(Map.of("bootstrap.servers", bootstrap), prefix);
  }

  CommandRun run(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--bootstrap", bootstrap, "--topic-prefix", prefix));
    return CommandRun.of(all.toArray(String[]::new));
  }

  /** Whom the engine is told to thaw, wherever that lies on its topic. */
  List<Thaw> thaws() {
    List<Thaw> thaws = new ArrayList<>();
    try (Subscriber subscriber = Subscriber.fromStart(site().client(), site().topic("controls"))) {
      subscriber.readToEnd(
          record -> ControlJson.thaw(record.value(), Thaw.UNPLACED).ifPresent(thaws::add));
    }
    return thaws;
  }

  /** Writes a record as somebody else may. */
  void write(String topic, String key, byte[] value) {
    try (RulebookWriter writer = new RulebookWriter(site())) {
      writer.write(topic, key, value);
    }
  }
}
