package io.kizashi.local.cluster;

import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.TreeMap;

/**
 * Ports on loopback, the same over the cluster's whole life: whoever loses a process finds it again
 * where it was.
 *
 * @param kafka of the broker, for clients
 * @param controller of the broker, for itself
 * @param rest of the JobManager, for commands and browsers
 * @param rpc of the JobManager, for TaskManagers
 */
public record Ports(int kafka, int controller, int rest, int rpc) {
  /**
   * Below those that systems lend to outgoing connections: else a client that knocks at a port
   * whose process was killed may be lent that very port, and keeps it from its owner.
   */
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 30_000;
  private static final String LOOPBACK = "127.0.0.1";

  /**
   * A killed process counts as dead when its first thread is; its ports are free when its last is.
   */
  private static final Duration LET_GO = Duration.ofSeconds(3);

  /**
   * Free ones, apart from those that are asked for.
   *
   * @throws EnvironmentFault if there are none
   */
  static Ports free(Optional<Integer> kafka, Optional<Integer> rest) {
    PrimitiveIterator.OfInt free =
        new Random()
            .ints(LOWEST, HIGHEST)
            .distinct()
            .filter(Ports::isFree)
            .filter(port -> kafka.stream().noneMatch(asked -> asked == port))
            .filter(port -> rest.stream().noneMatch(asked -> asked == port))
            .limit(Ports.class.getRecordComponents().length)
            .iterator();
    return new Ports(
        kafka.orElseGet(free::nextInt),
        free.nextInt(),
        rest.orElseGet(free::nextInt),
        free.nextInt());
  }

  /** Whether a process could listen there. */
  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false; // that is the answer
    }
  }

  /** Whether a process listens there. It is not in that process's way, as a bind would be. */
  static boolean isServed(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false; // that is the answer
    }
  }

  String bootstrap() {
    return LOOPBACK + ":" + kafka;
  }

  public String restAddress() {
    return "http://" + LOOPBACK + ":" + rest;
  }

  /** By name, for the state file. */
  Map<String, Integer> byName() {
    return new TreeMap<>(
        Map.of("kafka", kafka, "controller", controller, "rest", rest, "rpc", rpc));
  }

  /**
   * Refuses to start a process whose ports are taken, and stay so for seconds.
   *
   * @throws EnvironmentFault that names the port
   */
  static void require(int... ports) {
    Arrays.stream(ports)
        .filter(port -> !Waiting.reached(LET_GO, () -> isFree(port)))
        .findFirst()
        .ifPresent(
            port -> {
              throw new EnvironmentFault(
                  "port "
                      + port
                      + " is taken by another program; end that, or begin anew with --fresh");
            });
  }
}
