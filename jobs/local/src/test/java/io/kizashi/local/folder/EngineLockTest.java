package io.kizashi.local.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLockTest {
  private final Path folder;
  private final List<String> worked = new ArrayList<>();

  EngineLockTest(@TempDir Path folder) {
    this.folder = folder.resolve("state").resolve("shop");
  }

  @Test
  void theSecondIsToldWhoHoldsTheFolderAndDoesNotWork() {
    EngineLock.during(
        folder,
        "shop",
        () ->
            assertThatThrownBy(() -> EngineLock.during(folder, "other", () -> worked.add("other")))
                .isInstanceOf(EnvironmentFault.class)
                .hasMessageMatching(
                    "\\Q%s\\E is the state of an engine that runs \\(group shop, pid %d, since 20.*Z\\); stop that one, .*"
                        .formatted(folder, ProcessHandle.current().pid())));
    assertThat(worked).isEmpty();
  }

  @Test
  void whoHasItIsSaidAsLongAsThatProcessLives() throws IOException {
    assertThat(EngineLock.holderOf(folder)).isEmpty();
    EngineLock.during(folder, "shop", () -> worked.add(EngineLock.holderOf(folder).orElse("?")));
    long own = ProcessHandle.current().pid();
    assertThat(worked).singleElement().asString().startsWith("group shop, pid " + own + ", since ");

    Path holder = folder.resolve("engine.holder");
    String before = ", since 2001-01-01T00:00:00Z";
    Files.writeString(holder, "group shop, pid " + own + before);
    assertThat(EngineLock.holderOf(folder)).as("another process of that number").isEmpty();
    Files.writeString(holder, "group shop, pid " + Integer.MAX_VALUE + ", since " + Instant.now());
    assertThat(EngineLock.holderOf(folder)).as("no such process").isEmpty();
    Files.writeString(holder, "half");
    assertThat(EngineLock.holderOf(folder)).isEmpty();
  }

  @Test
  void itIsFreeAgainHoweverTheWorkEnds() {
    assertThatThrownBy(
            () ->
                EngineLock.during(
                    folder,
                    "shop",
                    () -> {
                      throw new IllegalStateException("ended");
                    }))
        .hasMessage("ended");
    EngineLock.during(folder, "shop", () -> worked.add("again"));
    assertThat(worked).containsExactly("again");
  }

  @Test
  void aFolderThatIsAFileIsRefusedWithWhatToDo() throws IOException {
    Files.createDirectories(folder.resolveSibling(""));
    Files.writeString(folder, "");
    assertThatThrownBy(() -> EngineLock.during(folder, "shop", () -> worked.add("never")))
        .isInstanceOf(EnvironmentFault.class)
        .hasMessageContaining("state can't be kept there")
        .hasMessageEndingWith("name another by checkpoints.folder");
    assertThat(worked).isEmpty();
  }
}
