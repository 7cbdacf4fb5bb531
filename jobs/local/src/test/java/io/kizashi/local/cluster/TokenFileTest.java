package io.kizashi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.local.rest.RestToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
  @Test
  void theTokenIsReadByItsUserAlone(@TempDir Path folder) throws IOException {
    TokenFile file = new TokenFile(folder.resolve("token"));
    assertThat(file.read()).isEmpty();
    Files.writeString(file.path(), "of the life before, and open to all");
    RestToken token = RestToken.random();
    file.write(token);
    assertThat(Files.getPosixFilePermissions(file.path()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(file.read().orElseThrow().value()).isEqualTo(token.value());
  }
}
