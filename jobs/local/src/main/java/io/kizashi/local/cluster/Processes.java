package io.kizashi.local.cluster;

import io.kizashi.local.rest.RestToken;
import io.kizashi.terminal.EnvironmentFault;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Starts Java processes that outlive the command. */
final class Processes {
  private static final String JOB_MANAGER =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
  private static final String CLIENT = "org.apache.flink.client.cli.CliFrontend";

  /** Where Flink's client looks for its settings; the other processes are told by argument. */
  private static final String CLIENT_SETTINGS = "FLINK_CONF_DIR";

  /** What Flink's client puts before each of its requests. */
  private static final String CLIENT_HEADERS = "FLINK_REST_CLIENT_HEADERS";

  /** What works for seconds in all does not repay the optimizing compiler. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1";

  private static final String LOGGING = "log4j2.xml";

  private final ClusterFolder folder;
  private final Libraries libraries;
  private final FlinkSettings flink;

  Processes(ClusterFolder folder, Libraries libraries, FlinkSettings flink) {
    this.folder = folder;
    this.libraries = libraries;
    this.flink = flink;
  }

  /**
   * Starts a member; does not wait until it is of use.
   *
   * @throws EnvironmentFault if its ports are taken or the process can't be made
   */
  ProcessLife start(ClusterProcess member, ClusterState state) {
    Ports ports = state.ports();
    int birth = state.births() + 1;
    List<String> command = new ArrayList<>();
    Map<String, String> environment = Map.of();
    if (member instanceof ClusterProcess.Broker) {
      Ports.require(ports.kafka(), ports.controller());
      command.addAll(java(List.of("-Xmx512m", "-XX:+UseSerialGC"), libraries.broker()));
      command.add(BrokerMain.class.getName());
      command.add(folder.kafka().toString());
      command.add(String.valueOf(ports.kafka()));
      command.add(String.valueOf(ports.controller()));
    } else if (member instanceof ClusterProcess.JobManager) {
      Ports.require(ports.rest(), ports.rpc());
      List<String> options = new ArrayList<>(flink.jobManagerMemory());
      options.add(QUICK);
      command.addAll(flinks(options, libraries.jobManager(), JOB_MANAGER));
      command.addAll(flink.jobManagerArguments());
      RestToken token = RestToken.random();
      folder.token().write(token);
      environment = token.environment();
    } else {
      command.addAll(flinks(flink.taskManagerMemory(), libraries.flink(), TASK_MANAGER));
      command.addAll(flink.taskManagerArguments(TaskManagerId.of(member, birth)));
    }
    Redirect log = Redirect.appendTo(log(member.name()).toFile());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return ProcessLife.of(birth, run(builder, log).toHandle());
  }

  /**
   * Flink's client, as its command {@code flink} starts it; writes a log that begins anew.
   *
   * @param arguments of a sub-command; what is local is put behind its name
   * @param environment what the program in the jar finds there besides
   */
  Process client(String name, List<String> arguments, Map<String, String> environment) {
    List<String> command = new ArrayList<>();
    command.addAll(flinks(List.of("-Xmx512m", QUICK), libraries.flink(), CLIENT));
    command.add(name);
    command.addAll(flink.localArguments());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    folder
        .token()
        .read()
        .ifPresent(
            token ->
                builder.environment().put(CLIENT_HEADERS, RestToken.HEADER + ":" + token.value()));
    builder.environment().put(CLIENT_SETTINGS, flink.deployed().toString());
    return run(builder, Redirect.to(log(name).toFile()));
  }

  private List<String> flinks(List<String> memory, String classPath, String main) {
    List<String> options = new ArrayList<>(memory);
    options.addAll(flink.javaOptions());
    List<String> command = java(options, classPath);
    command.add(main);
    return command;
  }

  private List<String> java(List<String> options, String classPath) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-Dlog4j.configurationFile=" + logging());
    command.addAll(List.of("-cp", classPath));
    return command;
  }

  private Process run(ProcessBuilder builder, Redirect log) {
    try {
      Files.createDirectories(folder.temporary());
      return builder
          .directory(folder.root().toFile())
          .redirectInput(new File("/dev/null"))
          .redirectErrorStream(true)
          .redirectOutput(log)
          .start();
    } catch (IOException e) {
      throw new EnvironmentFault("no process can be started: " + e.getMessage(), e);
    }
  }

  private Path log(String name) {
    Path log = folder.log(name);
    try {
      Files.createDirectories(log.getParent());
      return log;
    } catch (IOException e) {
      throw new EnvironmentFault(log + " can't be written: " + e.getMessage(), e);
    }
  }

  private Path logging() {
    Path file = folder.libraries().resolve(LOGGING);
    try (InputStream packaged =
        Objects.requireNonNull(Processes.class.getResourceAsStream(LOGGING), LOGGING)) {
      Files.copy(packaged, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new EnvironmentFault(file + " can't be written: " + e.getMessage(), e);
    }
  }
}
