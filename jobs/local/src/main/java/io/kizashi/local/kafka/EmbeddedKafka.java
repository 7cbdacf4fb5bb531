package io.kizashi.local.kafka;

import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real broker in this process: one node, loopback only. Its data is in a temporary folder that is
 * removed at close and at the end of the process, or in a folder that stays.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final int NODE = 1;

  /** Starts that are tried before it is told; two processes seldom draw the same port twice. */
  private static final int TRIES = 3;

  private static final String FORMATTED = "meta.properties";

  private final Runnable cleanUp;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final Thread hook = new Thread(this::stop, "embedded-kafka-stop");
  private final String bootstrap;
  private final KafkaRaftServer server;

  private EmbeddedKafka(Path folder, int[] ports, Runnable cleanUp) {
    this.bootstrap = "127.0.0.1:" + ports[0];
    this.cleanUp = cleanUp;
    if (!Files.exists(folder.resolve(FORMATTED))) {
      format(folder);
    }
    this.server = new KafkaRaftServer(new KafkaConfig(configuration(ports, folder)), Time.SYSTEM);
  }

  /**
   * A running broker without topics.
   *
   * @throws EnvironmentFault if it can't be started
   */
  public static EmbeddedKafka start() {
    return start(EmbeddedKafka::freePorts);
  }

  /** Between finding a port free and listening there, another process may take it: then others. */
  static EmbeddedKafka start(Supplier<int[]> ports) {
    for (int tries = 1; ; tries++) {
      try {
        TemporaryFolder folder = new TemporaryFolder("kafka");
        return started(new EmbeddedKafka(folder.path(), ports.get(), folder::close));
      } catch (EnvironmentFault taken) {
        if (tries == TRIES) {
          throw taken;
        }
      }
    }
  }

  /**
   * A running broker that goes on with the data of a folder, or begins it.
   *
   * @param folder stays when the broker is closed, or killed
   * @param port for clients
   * @param controllerPort for the broker itself
   * @throws EnvironmentFault if it can't be started
   */
  public static EmbeddedKafka startIn(Path folder, int port, int controllerPort) {
    return started(new EmbeddedKafka(folder, new int[] {port, controllerPort}, () -> {}));
  }

  private static EmbeddedKafka started(EmbeddedKafka kafka) {
    Runtime.getRuntime().addShutdownHook(kafka.hook);
    try {
      kafka.server.startup();
    } catch (RuntimeException e) { // what the broker throws where it can't listen is no narrower
      kafka.close();
      throw new EnvironmentFault(
          "the embedded broker could not start on " + kafka.bootstrap + ": " + e.getMessage(), e);
    }
    return kafka;
  }

  /** A running broker with the topics that the program ships. */
  public static EmbeddedKafka startWithTopics() {
    EmbeddedKafka kafka = start();
    Brokers.createOnOneNode(kafka.bootstrap(), "");
    return kafka;
  }

  /** {@code host:port} to connect to. */
  public String bootstrap() {
    return bootstrap;
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook runs already and finds nothing to do.
      return;
    }
  }

  private void stop() {
    if (open.compareAndSet(true, false)) {
      // Returns when all is down. To await it besides would be for ever where a signal comes while
      // the broker still starts: it then ignores the order, and its controller is gone.
      server.shutdown();
      cleanUp.run();
    }
  }

  private static void format(Path folder) {
    try {
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .setDirectories(List.of(folder.toString()))
          .setMetadataLogDirectory(folder.toString())
          .setControllerListenerName("CONTROLLER")
          .run();
    } catch (Exception e) { // the formatter declares no narrower type
      throw new EnvironmentFault(
          "the embedded broker could not format " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Two at once, so that they differ. */
  private static int[] freePorts() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket first = new ServerSocket(0, 1, loopback);
        ServerSocket second = new ServerSocket(0, 1, loopback)) {
      return new int[] {first.getLocalPort(), second.getLocalPort()};
    } catch (IOException e) {
      throw new EnvironmentFault("no free port on the loopback interface: " + e.getMessage(), e);
    }
  }

  private static Map<String, String> configuration(int[] ports, Path folder) {
    Map<String, String> all = new HashMap<>();
    all.put("process.roles", "broker,controller");
    all.put("node.id", String.valueOf(NODE));
    all.put("controller.quorum.voters", NODE + "@127.0.0.1:" + ports[1]);
    all.put("controller.listener.names", "CONTROLLER");
    all.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + ports[0] + ",CONTROLLER://127.0.0.1:" + ports[1]);
    all.put("log.dir", folder.toString());
    // One node: nothing can be replicated, and no group waits for further members.
    all.put("offsets.topic.replication.factor", "1");
    all.put("offsets.topic.num.partitions", "1");
    all.put("transaction.state.log.replication.factor", "1");
    all.put("transaction.state.log.min.isr", "1");
    all.put("transaction.state.log.num.partitions", "1");
    all.put("share.coordinator.state.topic.replication.factor", "1");
    all.put("share.coordinator.state.topic.min.isr", "1");
    all.put("group.initial.rebalance.delay.ms", "0");
    all.put("auto.create.topics.enable", "false");
    // Nobody takes over from the only node: leaving in good order would wait for nothing.
    all.put("controlled.shutdown.enable", "false");
    // A record's time is when the broker took it in, whatever its producer's clock says.
    all.put("log.message.timestamp.type", "LogAppendTime");
    all.put("message.max.bytes", String.valueOf(TopicPlan.largestTouchpoint() * 2));
    // One client or two: few threads suffice.
    all.put("num.network.threads", "2");
    all.put("num.io.threads", "2");
    return all;
  }
}
