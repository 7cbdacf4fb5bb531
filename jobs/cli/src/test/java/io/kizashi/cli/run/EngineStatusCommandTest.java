package io.kizashi.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.kizashi.cli.CommandRun;
import io.kizashi.local.folder.EngineLock;
import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.pipeline.StateFolder;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed of an engine's answer, and where there is none. */
class EngineStatusCommandTest {
  private static final String READY =
      "{\"live\":true,\"ready\":true,\"why\":[],\"behindMillis\":54609272993}";
  private static final String HOLDING =
      "{\"live\":true,\"ready\":false,\"why\":[{\"code\":\"holding\",\"text\":\"disk\"}]}";

  private final Path folder;

  EngineStatusCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void anEngineThatIsReadyEndsWithZero() throws IOException {
    CommandRun run = answered(READY);
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out().lines()).containsExactly("ready", "time is proven up to 54609273.0 s ago");
  }

  @Test
  void oneThatIsNotSaysWhyAndEndsWithThree() throws IOException {
    CommandRun run = answered(HOLDING);
    assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(run.out().lines()).containsExactly("not ready", "  holding: disk");
    assertThat(answered(HOLDING, "--json").out().strip()).isEqualTo(HOLDING);
  }

  @Test
  void whatAnswersAndIsNoEngineIsNamed() throws IOException {
    CommandRun run = answered("{\"hello\":1}");
    assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(run.err()).contains("/ready is not an engine's health; look at health.port");
  }

  @Test
  void whereHealthIsOffItSaysSoAndWhoHoldsTheState() throws IOException {
    Path config = config("");
    CommandRun none = status(config);
    assertThat(none.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(none.out()).contains("no engine of this configuration runs on this machine");

    long own = ProcessHandle.current().pid();
    EngineLock.during(
        state(config),
        "shop",
        () -> {
          CommandRun held = status(config);
          assertThat(held.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
          assertThat(held.out())
              .contains("health.port is off: set it and start the engine again")
              .contains("state is held by: group shop, pid " + own + ", since ");
          assertThat(status(config, "--json").out())
              .startsWith("{\"ready\":false,\"why\":[{\"code\":\"unknown\",")
              .contains("\"heldBy\":\"group shop, pid ");
        });
  }

  @Test
  void aConfigurationThatIsWrongIsTheInputsFault() throws IOException {
    assertThat(status(config("health: { port: on }\n")).exitCode()).isEqualTo(ExitCode.INPUT);
  }

  private CommandRun answered(String answer, String... options) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/ready",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    try {
      return status(config("health: { port: " + server.getAddress().getPort() + " }\n"), options);
    } finally {
      server.stop(0);
    }
  }

  private static CommandRun status(Path config, String... options) {
    String[] arguments = {"status", "--config", config.toString()};
    return CommandRun.of(
        java.util.stream.Stream.of(arguments, options)
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new));
  }

  private Path config(String more) throws IOException {
    return Files.writeString(
        folder.resolve("kizashi.yaml"),
        """
        rulebook: rulebook.yaml
        kafka: { bootstrap: '127.0.0.1:1', group: shop }
        checkpoints: { folder: state }
        """
            + more);
  }

  private static Path state(Path config) throws IOException {
    PipelineConfig settings =
        PipelineConfig.read(config, Files.readString(config), Map.of()).config().orElseThrow();
    return StateFolder.of(settings).path().orElseThrow();
  }
}
