package io.kizashi.local.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.local.kafka.TemporaryFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
  private final Path folder;

  PrivateFolderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void allThatIsMadeIsForTheUserAlone() throws IOException {
    Path made = PrivateFolder.createAll(folder.resolve("state/shop"));
    assertThat(permissions(made)).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("state"))).isEqualTo("rwx------");
    assertThat(PrivateFolder.exposure(made)).isEmpty();
  }

  @Test
  void anEnginesFoldersAreForTheUserAlone() throws IOException {
    EngineLock.during(folder.resolve("state"), "shop", () -> {});
    assertThat(permissions(folder.resolve("state"))).isEqualTo("rwx------");
    try (TemporaryFolder temporary = new TemporaryFolder("private")) {
      assertThat(permissions(temporary.path())).isEqualTo("rwx------");
    }
  }

  @Test
  void oneThatIsOpenToOthersIsToldAndStaysAsItIs() throws IOException {
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-x---"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), open);

    PrivateFolder.createAll(link);
    assertThat(permissions(open)).isEqualTo("rwxr-x---");
    assertThat(PrivateFolder.exposure(link))
        .hasValue(
            "%s holds what is known of customers, and is open to others (rwxr-x---); chmod 700 %s"
                .formatted(link, link));
    assertThat(PrivateFolder.exposure(folder.resolve("none"))).isEmpty();
  }

  @Test
  void aLinkThatSomebodyPutThereIsNotFollowed() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
    assertThatThrownBy(() -> PrivateFolder.create(link))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
