package io.kizashi.local.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/**
 * Flink's settings: the file that is deployed, read by every process from where it is, and over it
 * what this machine needs otherwise. Memory is reckoned as the start scripts of Flink do it.
 */
final class FlinkSettings {
  private static final String LOOPBACK = "127.0.0.1";

  /** Four processes of a cluster are to fit beside what else is on a developer's machine. */
  private static final MemorySize JOB_MANAGER = MemorySize.ofMebiBytes(800);

  private static final MemorySize TASK_MANAGER = MemorySize.ofMebiBytes(1400);

  /** Default 3 s: whoever asks how a job does would be told how it did. */
  private static final long REFRESH_MILLIS = 200;

  private final Path deployed;
  private final Configuration local;
  private final Configuration all;

  /**
   * Reads the deployed file.
   *
   * @param deployed its folder
   */
  FlinkSettings(Path deployed, ClusterFolder folder, ClusterState state) {
    this.deployed = deployed;
    this.local = local(folder, state);
    this.all = GlobalConfiguration.loadConfiguration(deployed.toString(), local);
  }

  private static Configuration local(ClusterFolder folder, ClusterState state) {
    return new Configuration()
        .set(RestOptions.PORT, state.ports().rest())
        .set(WebOptions.REFRESH_INTERVAL, java.time.Duration.ofMillis(REFRESH_MILLIS))
        .set(JobManagerOptions.ADDRESS, LOOPBACK)
        .set(JobManagerOptions.BIND_HOST, LOOPBACK)
        .set(JobManagerOptions.PORT, state.ports().rpc())
        .set(JobManagerOptions.TOTAL_PROCESS_MEMORY, JOB_MANAGER)
        .set(TaskManagerOptions.HOST, LOOPBACK)
        .set(TaskManagerOptions.BIND_HOST, LOOPBACK)
        .set(TaskManagerOptions.TOTAL_PROCESS_MEMORY, TASK_MANAGER)
        .set(TaskManagerOptions.NUM_TASK_SLOTS, state.plan().slots())
        .set(CoreOptions.TMP_DIRS, folder.temporary().toString())
        .set(
            CheckpointingOptions.CHECKPOINTS_DIRECTORY,
            folder.checkpoints(state.line()).toUri().toString())
        .set(CheckpointingOptions.SAVEPOINT_DIRECTORY, folder.savepoints().toUri().toString());
  }

  /** The folder of the deployed file. */
  Path deployed() {
    return deployed;
  }

  /** Java's options that the deployed file names for every process. */
  List<String> javaOptions() {
    return words(all.get(CoreOptions.FLINK_JVM_OPTIONS));
  }

  List<String> jobManagerMemory() {
    return words(JobManagerProcessUtils.generateJvmParametersStr(jobManager(), all));
  }

  List<String> jobManagerArguments() {
    List<String> arguments = arguments();
    arguments.addAll(words(JobManagerProcessUtils.generateDynamicConfigsStr(jobManager())));
    return arguments;
  }

  List<String> taskManagerMemory() {
    return words(ProcessMemoryUtils.generateJvmParametersStr(taskManager()));
  }

  /**
   * Arguments of a TaskManager.
   *
   * @param id one that none has had before: Flink takes the end of an older one for its own
   */
  List<String> taskManagerArguments(String id) {
    List<String> arguments = arguments();
    arguments.addAll(words(TaskExecutorProcessUtils.generateDynamicConfigsStr(taskManager())));
    arguments.addAll(List.of("-D", TaskManagerOptions.TASK_MANAGER_RESOURCE_ID.key() + "=" + id));
    return arguments;
  }

  /** What is local, as arguments of Flink's client. */
  List<String> localArguments() {
    List<String> arguments = new ArrayList<>();
    Map<String, String> sorted = new TreeMap<>(local.toMap());
    sorted.forEach((key, value) -> arguments.addAll(List.of("-D", key + "=" + value)));
    return arguments;
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("--configDir", deployed.toString()));
    arguments.addAll(localArguments());
    return arguments;
  }

  private JobManagerProcessSpec jobManager() {
    return JobManagerProcessUtils.processSpecFromConfig(all);
  }

  private TaskExecutorProcessSpec taskManager() {
    return TaskExecutorProcessUtils.processSpecFromConfig(all);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }
}
