package io.kizashi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.terminal.InputFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterFolderTest {
  private final ClusterFolder folder;

  ClusterFolderTest(@TempDir Path parent) {
    this.folder = new ClusterFolder(parent.resolve("cluster"));
  }

  @Test
  void twoCommandsDoNotWorkOnOneClusterAtOnce() throws IOException {
    try (FileChannel lock = folder.lock()) {
      assertThat(lock.isOpen()).isTrue();
      assertThatThrownBy(folder::lock)
          .isInstanceOf(EnvironmentFault.class)
          .hasMessageContaining("another command is at work");
    }
    try (FileChannel again = folder.lock()) {
      assertThat(again.isOpen()).isTrue();
    }
  }

  @Test
  void aFolderThatHoldsOtherThingsIsNotTaken() throws IOException {
    Files.createDirectories(folder.root());
    Path others = Files.writeString(folder.root().resolve("thesis.txt"), "years");
    assertThatThrownBy(folder::lock)
        .isInstanceOf(InputFault.class)
        .hasMessageContaining("holds other things");
    assertThat(others).exists();
  }

  @Test
  void whatIsClearedIsTheClustersDataAndNoSavepoint() throws IOException {
    Path savepoint = Files.createDirectories(folder.savepoints().resolve("savepoint-1"));
    Path other = Files.writeString(folder.root().resolve("notes.txt"), "mine");
    Path checkpoint =
        Files.createDirectories(folder.checkpoints(1).resolve("job").resolve("chk-1"));
    Files.writeString(checkpoint.resolve("_metadata"), "state");
    Files.createDirectories(folder.kafka().resolve("touchpoints-0"));
    folder.clear();
    assertThat(folder.checkpoints(1)).doesNotExist();
    assertThat(folder.kafka()).doesNotExist();
    assertThat(savepoint).isDirectory();
    assertThat(other).hasContent("mine");
  }
}
