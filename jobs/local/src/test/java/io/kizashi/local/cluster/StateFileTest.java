package io.kizashi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {
  private static final ClusterState STATE =
      ClusterState.of(
              new ClusterPlan(
                  2, 1, Path.of("a", "kizashi.yaml"), Optional.of(Path.of("rules.yaml"))),
              new Ports(20_001, 20_002, 20_003, 20_004))
          .with(
              new ClusterProcess.Broker(),
              new ProcessLife(1, 4_000_000_000L, Instant.parse("2026-03-01T10:00:00Z")))
          .with(
              new ClusterProcess.TaskManager(2),
              new ProcessLife(2, 77, Instant.ofEpochMilli(1_234_567_890_123L)));

  private final Path folder;
  private final StateFile file;

  StateFileTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = new StateFile(folder.resolve("cluster.json"));
  }

  @Test
  void whatWasWrittenIsRead() {
    file.write(STATE);
    assertThat(file.read()).contains(STATE);
    ClusterState restored = STATE.from("file:///savepoint").stopped();
    file.write(restored);
    assertThat(file.read()).contains(restored);
  }

  @Test
  void aClusterThatNeverRanHasNoState() {
    assertThat(file.read()).isEmpty();
  }

  @Test
  void nothingIsLeftBesideTheStateAfterWriting() throws IOException {
    file.write(STATE);
    file.write(STATE.stopped());
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).containsExactly(file.path());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"taskManagers\":\"two\"}",
        "{\"taskManagers\":2,\"slots\":1,\"config\":\"k.yaml\",\"births\":0,\"line\":1}",
      })
  void aDamagedStateIsNoState(String text) throws IOException {
    Files.writeString(file.path(), text);
    assertThatThrownBy(file::read)
        .isInstanceOf(EnvironmentFault.class)
        .hasMessageContaining("cluster.json is damaged");
  }
}
