package io.kizashi.cli.acceptance;

import io.kizashi.local.kafka.EmbeddedKafka;
import java.io.IOException;

/** A broker that lives as long as whoever started it holds its input open. */
final class BrokerStart {
  static final String UP = "up at ";

  private BrokerStart() {}

  public static void main(String[] arguments) throws IOException {
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      System.out.println(UP + kafka.bootstrap());
      while (System.in.read() >= 0) {
        // Nothing is said to it.
      }
    }
  }
}
