package io.kizashi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlinkSettingsTest {
  private static final Path DEPLOYED =
      Path.of("..", "..", "deploy", "flink").toAbsolutePath().normalize();
  private static final ClusterState STATE =
      ClusterState.of(
          new ClusterPlan(2, 3, Path.of("kizashi.yaml"), Optional.empty()),
          new Ports(20_001, 20_002, 20_003, 20_004));

  private final FlinkSettings settings;

  FlinkSettingsTest(@TempDir Path folder) {
    this.settings = new FlinkSettings(DEPLOYED, new ClusterFolder(folder), STATE);
  }

  @Test
  void overTheDeployedFileOnlyPlacesMemoryAndSlotsAreLocal() {
    Set<String> keys = new TreeSet<>();
    settings.localArguments().stream()
        .filter(argument -> !argument.equals("-D"))
        .forEach(argument -> keys.add(argument.substring(0, argument.indexOf('='))));
    assertThat(keys)
        .containsExactlyInAnyOrder(
            RestOptions.PORT.key(),
            WebOptions.REFRESH_INTERVAL.key(),
            JobManagerOptions.ADDRESS.key(),
            JobManagerOptions.BIND_HOST.key(),
            JobManagerOptions.PORT.key(),
            JobManagerOptions.TOTAL_PROCESS_MEMORY.key(),
            TaskManagerOptions.HOST.key(),
            TaskManagerOptions.BIND_HOST.key(),
            TaskManagerOptions.TOTAL_PROCESS_MEMORY.key(),
            TaskManagerOptions.NUM_TASK_SLOTS.key(),
            CoreOptions.TMP_DIRS.key(),
            CheckpointingOptions.CHECKPOINTS_DIRECTORY.key(),
            CheckpointingOptions.SAVEPOINT_DIRECTORY.key());
  }

  @Test
  void everyProcessReadsTheDeployedFileItself() {
    assertThat(settings.jobManagerArguments())
        .startsWith("--configDir", DEPLOYED.toString())
        .contains("rest.port=20003", "jobmanager.rpc.port=20004");
    assertThat(settings.taskManagerArguments("tm1-7"))
        .startsWith("--configDir", DEPLOYED.toString())
        .contains("taskmanager.numberOfTaskSlots=3", "taskmanager.resource-id=tm1-7");
  }

  @Test
  void memoryIsReckonedAsFlinkDoesIt() {
    assertThat(settings.taskManagerMemory())
        .hasSize(4)
        .anyMatch(option -> option.matches("-Xmx\\d+"))
        .anyMatch(option -> option.matches("-XX:MaxMetaspaceSize=\\d+"));
    assertThat(settings.taskManagerArguments("tm1-1"))
        .anyMatch(argument -> argument.matches("taskmanager.memory.managed.size=\\d+b"));
    assertThat(settings.jobManagerMemory()).anyMatch(option -> option.matches("-Xmx\\d+"));
  }

  @Test
  void javaIsOpenedAndCollectsAsTheDeployedFileSays() {
    List<String> options = settings.javaOptions();
    assertThat(options).startsWith("-XX:+UseParallelGC");
    assertThat(options.subList(1, options.size()))
        .isNotEmpty()
        .allMatch(option -> option.matches("--add-(opens|exports)=java.base/[\\w.]+=ALL-UNNAMED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flink-runtime-2.2.1.jar",
        "flink-connector-datagen-2.2.1.jar",
        "flink-statebackend-rocksdb-2.2.1.jar",
        "frocksdbjni-8.10.0-ververica-1.0.jar",
        "commons-text-1.10.0.jar",
        "log4j-core-2.26.1.jar",
      })
  void flinkHasWhatItBringsItself(String jar) {
    assertThat(Libraries.isFlinks(Path.of("lib", jar))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kizashi-pipeline-0.1.0.jar",
        "kizashi-flink-0.1.0.jar",
        "flink-connector-kafka-5.0.0-2.2.jar",
        "flink-connector-base-2.2.1.jar",
        "flink-runtime-2.2.1-tests.jar",
        "kafka-clients-4.2.1.jar",
        "cel-0.14.0.jar",
        "guava-33.6.0-jre.jar",
        "jackson-core-2.22.4.jar",
        "snakeyaml-2.6.jar",
        "classes",
      })
  void flinkHasNothingThatTheJobMustBring(String jar) {
    assertThat(Libraries.isFlinks(Path.of("lib", jar))).isFalse();
  }
}
