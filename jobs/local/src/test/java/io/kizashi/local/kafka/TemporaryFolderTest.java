package io.kizashi.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {
  @Test
  void itIsGoneWithAllThatIsInItAndOthersStay() throws IOException {
    try (TemporaryFolder other = new TemporaryFolder("other")) {
      Path path;
      try (TemporaryFolder folder = new TemporaryFolder("test")) {
        path = folder.path();
        Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("c"), "x");
      }
      assertThat(path).doesNotExist();
      assertThat(other.path()).isDirectory();
    }
  }

  @Test
  void anotherProcessLeavesItAloneHoweverManyFoldersThisOneMakes() throws Exception {
    try (TemporaryFolder first = new TemporaryFolder("first");
        TemporaryFolder second = new TemporaryFolder("second")) {
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Other.class.getName())
              .inheritIO()
              .start();
      assertThat(other.waitFor()).isZero();
      assertThat(first.path()).isDirectory();
      assertThat(second.path()).isDirectory();
    }
  }

  /** A process that makes a folder, and on the way sweeps what is abandoned. */
  static final class Other {
    private Other() {}

    public static void main(String[] arguments) {
      new TemporaryFolder("other-process").close();
    }
  }

  @Test
  void whatOneThreadIsRemovingIsNoMatterForAnother() throws IOException {
    Path lock = Files.createTempFile("kizashi-left-", ".lock");
    try (FileChannel removing = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      removing.lock();
      try (TemporaryFolder folder = new TemporaryFolder("other-thread")) {
        assertThat(folder.path()).isDirectory();
      }
    }
    new TemporaryFolder("next").close();
    assertThat(lock).doesNotExist();
  }

  @Test
  void whatAKilledProcessLeftIsRemovedByTheNext() throws IOException {
    Path left = Files.createTempDirectory("kizashi-killed-");
    Files.writeString(left.resolve("state"), "x");
    Path lock = Files.writeString(left.resolveSibling(left.getFileName() + ".lock"), "");
    new TemporaryFolder("next").close();
    assertThat(left).doesNotExist();
    assertThat(lock).doesNotExist();
  }
}
