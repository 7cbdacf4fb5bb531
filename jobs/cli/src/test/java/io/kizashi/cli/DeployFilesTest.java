package io.kizashi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.yaml.Problem;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlReader;
import io.kizashi.pipeline.Environments;
import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.pipeline.StateFolder;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.junit.jupiter.api.Test;

class DeployFilesTest {
  private static final Path DEPLOY = Path.of("..", "..", "deploy").toAbsolutePath().normalize();

  private static final List<Class<?>> OPTIONS =
      List.of(
          CheckpointingOptions.class,
          CoreOptions.class,
          ExecutionOptions.class,
          HeartbeatManagerOptions.class,
          JobManagerOptions.class,
          PipelineOptions.class,
          RestOptions.class,
          RestartStrategyOptions.class,
          RocksDBConfigurableOptions.class,
          RocksDBOptions.class,
          StateBackendOptions.class,
          TaskManagerOptions.class,
          WebOptions.class);

  @Test
  void everyYamlFileIsYaml() throws IOException {
    List<String> problems = new ArrayList<>();
    List<Path> files = yamlFiles();
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      Problems found = new Problems();
      YamlReader.read(file.toString(), Files.readString(file), found);
      found.all().stream().map(Problem::render).forEach(problems::add);
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void flinkKnowsEverySettingOfItsConfiguration() throws Exception {
    Path folder = DEPLOY.resolve("flink");
    Set<String> unknown = new TreeSet<>(keys(folder.resolve("config.yaml")));
    assertThat(GlobalConfiguration.loadConfiguration(folder.toString()).keySet())
        .containsAll(unknown);
    knownOptions().forEach(option -> unknown.remove(option.key()));
    assertThat(unknown).isEmpty();
  }

  @Test
  void thePipelineTakesItsExample() throws IOException {
    Path file = DEPLOY.resolve("kizashi.yaml");
    PipelineConfig.Reading reading = PipelineConfig.read(file, Files.readString(file), Map.of());
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.config()).isPresent();
  }

  /** Where it writes, and how often, is said by the installation. */
  @Test
  void aJobRunsInThisProcessAsOnTheDeployedCluster() throws Exception {
    Path file = DEPLOY.resolve("kizashi.yaml");
    PipelineConfig config =
        PipelineConfig.read(file, Files.readString(file), Map.of()).config().orElseThrow();
    Configuration job = Environments.run(config);
    Configuration deployed =
        GlobalConfiguration.loadConfiguration(DEPLOY.resolve("flink").toString());
    assertThat(deployed.get(CheckpointingOptions.CHECKPOINTING_INTERVAL))
        .isEqualTo(config.checkpoints().interval());
    assertThat(StateFolder.of(config).uri())
        .startsWith(deployed.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY) + "/");
    List<ConfigOption<?>> both =
        knownOptions().stream()
            .filter(option -> !option.equals(CheckpointingOptions.CHECKPOINTS_DIRECTORY))
            .filter(option -> job.contains(option) && deployed.contains(option))
            .toList();
    assertThat(both).hasSizeGreaterThan(10);
    assertThat(both)
        .allSatisfy(option -> assertThat((Object) deployed.get(option)).isEqualTo(job.get(option)));
    assertThat(ofState(deployed)).isNotEmpty().isEqualTo(ofState(job));
  }

  private static Set<String> ofState(Configuration settings) {
    return settings.keySet().stream()
        .filter(key -> key.startsWith("state.backend."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<ConfigOption<?>> knownOptions() throws IllegalAccessException {
    List<ConfigOption<?>> known = new ArrayList<>();
    for (Class<?> options : OPTIONS) {
      for (Field field : options.getFields()) {
        if (Modifier.isStatic(field.getModifiers())
            && field.get(null) instanceof ConfigOption<?> option) {
          known.add(option);
        }
      }
    }
    return known;
  }

  private static Set<String> keys(Path file) throws IOException {
    Problems problems = new Problems();
    YamlNode top = YamlReader.read(file.toString(), Files.readString(file), problems).orElseThrow();
    return ((YamlNode.Mapping) top).entries().keySet();
  }

  private static List<Path> yamlFiles() throws IOException {
    try (Stream<Path> files = Files.walk(DEPLOY)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
  }
}
