package io.kizashi.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;

class JobTimeTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final byte[] RUNNING =
      "{\"vertices\":[{\"status\":\"RUNNING\"}]}".getBytes(StandardCharsets.UTF_8);

  @Test
  void anAnswerThatDoesNotComeIsAskedForAgain() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer flink =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    flink.createContext(
        "/",
        exchange -> {
          if (asked.incrementAndGet() > 1) {
            exchange.sendResponseHeaders(200, RUNNING.length);
            exchange.getResponseBody().write(RUNNING);
            exchange.close();
          }
        });
    flink.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + flink.getAddress().getPort());
      JobTime time = new JobTime(new JobPages(address, new JobID(), SHORT));

      assertThat(time.awaitRunning(LONG)).isTrue();
      assertThat(asked).hasValueGreaterThan(1);
    } finally {
      flink.stop(0);
    }
  }
}
