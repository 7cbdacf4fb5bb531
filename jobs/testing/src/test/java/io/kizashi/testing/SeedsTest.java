package io.kizashi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedsTest {
  private static final String ONE = "00000000000a".repeat(4).substring(0, 40);
  private static final String OTHER = "00000000000b".repeat(4).substring(0, 40);

  private final Path folder;

  SeedsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void anotherCommitDrawsOtherCases() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main");
    write(".git/refs/heads/main", ONE);
    assertThat(seed("")).isEqualTo(10);
    write(".git/refs/heads/main", OTHER);
    assertThat(seed("")).isEqualTo(11);
  }

  @Test
  void aCommitThatIsOnNoBranchCounts() throws IOException {
    write(".git/HEAD", ONE);
    assertThat(seed("")).isEqualTo(10);
  }

  @Test
  void aBranchAmongPackedOnesIsFound() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main");
    write(
        ".git/packed-refs",
        "# pack-refs\n" + ONE + " refs/heads/no/main\n" + OTHER + " refs/heads/main");
    assertThat(seed("")).isEqualTo(11);
  }

  @Test
  void aLinkedWorkingTreeHasItsOwnCommitAndTheBranchesOfAll() throws IOException {
    write("main/.git/HEAD", "ref: refs/heads/main");
    write("main/.git/refs/heads/main", ONE);
    write("main/.git/refs/heads/side", OTHER);
    write("main/.git/worktrees/side/HEAD", "ref: refs/heads/side");
    write("main/.git/worktrees/side/commondir", "../..");
    write("side/.git", "gitdir: " + folder.resolve("main/.git/worktrees/side"));
    write("side/jobs/cli/pom.xml", "");
    assertThat(seed("side/jobs/cli")).isEqualTo(11);
    assertThat(seed("main")).isEqualTo(10);
  }

  @Test
  void withoutACommitTheSeedIsAlwaysTheSame() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main");
    assertThat(seed("")).isEqualTo(Seeds.WITHOUT_COMMIT);
  }

  private long seed(String below) {
    return Seeds.ofCommit(folder.resolve(below));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text + "\n");
  }
}
