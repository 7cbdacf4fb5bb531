package io.kizashi.local.cluster;

import io.kizashi.local.kafka.EmbeddedKafka;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The broker as a process of its own; SIGTERM ends it. */
final class BrokerMain {
  private BrokerMain() {}

  /** Arguments: folder of the data, port for clients, port of the controller. */
  public static void main(String[] arguments) throws InterruptedException {
    EmbeddedKafka.startIn(
        Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    new CountDownLatch(1).await();
  }
}
