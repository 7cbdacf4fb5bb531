package io.kizashi.cli.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.CommandRun;
import io.kizashi.local.kafka.Brokers;
import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.local.kafka.Subscriber;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Decoding.Heartbeat;
import io.kizashi.schema.Decoding.Heartbeat.Meaning;
import io.kizashi.schema.Retirement;
import io.kizashi.schema.TouchpointJson;
import io.kizashi.terminal.ExitCode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SourcesRetireCommandTest {
  @Test
  @Timeout(60)
  void aRetirementIsSaidForEveryStartAndInEveryPartition() {
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      Brokers.createOnOneNode(kafka.bootstrap(), "x-");
      CommandRun run =
          CommandRun.of(
              "sources", "retire", "crm", "--bootstrap", kafka.bootstrap(), "--prefix", "x-");
      assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
      assertThat(run.out()).startsWith("retired crm: said in ");

      try (Subscriber controls = Subscriber.fromStart(kafka.bootstrap(), "x-controls")) {
        controls.readToEnd(
            record ->
                assertThat(ControlJson.retirement(record.value()).map(Retirement::source))
                    .contains("crm"));
      }
      Set<Integer> told = new HashSet<>();
      try (Subscriber touchpoints = Subscriber.fromStart(kafka.bootstrap(), "x-touchpoints")) {
        touchpoints.readToEnd(
            record -> {
              assertThat(TouchpointJson.decode(record.value(), 0, Bounds.LATEST))
                  .isInstanceOfSatisfying(
                      Heartbeat.class, it -> assertThat(it.meaning()).isEqualTo(Meaning.RETIRED));
              told.add(record.partition());
            });
        assertThat(told).hasSize(touchpoints.partitions());
      }
      CommandRun pauses =
          CommandRun.of(
              "pause", "--kind", "sell", "--bootstrap", kafka.bootstrap(), "--prefix", "x-");
      assertThat(pauses.err()).as("nothing strange lies there").isEmpty();
    }
  }

  @Test
  void aSourceIsNamed() {
    CommandRun run =
        CommandRun.of("sources", "retire", "x".repeat(65), "--bootstrap", "localhost:1");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("NAME: a source is called by 1 to 64 characters");
  }
}
