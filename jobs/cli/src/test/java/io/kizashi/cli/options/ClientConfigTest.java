package io.kizashi.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.terminal.InputFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientConfigTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aNameThatNoClientKnowsIsRefusedBeforeAnythingIsSentAsPlainText() throws IOException {
    Path file = Files.writeString(folder.resolve("c.properties"), "securty.protocol=SSL\n");

    assertThatThrownBy(() -> ClientConfig.of("b:1", file))
        .isInstanceOf(InputFault.class)
        .hasMessageContaining("c.properties: no client of Kafka has a setting 'securty.protocol'")
        .hasMessageContaining("did you mean 'security.protocol'?");
  }

  @Test
  void whatClientsKnowIsTakenAndTheBootstrapIsPutOverIt() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("c.properties"), "security.protocol=SSL\nbootstrap.servers=other:1\n");

    assertThat(ClientConfig.of("b:1", file))
        .containsOnly(Map.entry("security.protocol", "SSL"), Map.entry("bootstrap.servers", "b:1"));
  }
}
