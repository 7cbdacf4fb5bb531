package io.kizashi.local.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PortsTest {
  @Test
  void aPortThatADyingProcessStillHoldsIsWaitedFor() throws IOException {
    try (ServerSocket held = listening()) {
      CompletableFuture<Void> let =
          CompletableFuture.runAsync(
              () -> close(held), CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
      assertThatCode(() -> Ports.require(held.getLocalPort())).doesNotThrowAnyException();
      let.join();
    }
  }

  @Test
  void aPortThatAnotherProgramKeepsIsNamed() throws IOException {
    try (ServerSocket held = listening()) {
      assertThatThrownBy(() -> Ports.require(held.getLocalPort()))
          .isInstanceOf(EnvironmentFault.class)
          .hasMessageContaining("port " + held.getLocalPort() + " is taken by another program");
    }
  }

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the port can't be let go", e);
    }
  }
}
