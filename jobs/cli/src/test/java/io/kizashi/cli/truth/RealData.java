package io.kizashi.cli.truth;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds files of real data, which are not part of the project. */
public final class RealData {
  private RealData() {}

  /**
   * A file of the data folder: the system property {@code kizashi.data}, else {@code shared/data}
   * beside the project or beside a folder that holds it. The test is skipped where there is none.
   */
  public static Path require(String name) {
    String named = System.getProperty("kizashi.data", "");
    Path folder = named.isEmpty() ? search() : Path.of(named);
    Path file = folder.resolve(name);
    assumeTrue(
        Files.isRegularFile(file),
        "SKIPPED: no " + name + " in " + folder + "; -Dkizashi.data=FOLDER says where it is");
    return file;
  }

  private static Path search() {
    Path start = Path.of("").toAbsolutePath();
    for (Path at = start; at != null; at = at.getParent()) {
      Path data = at.resolveSibling("shared").resolve("data");
      if (Files.isDirectory(data)) {
        return data;
      }
    }
    return start.resolve("../shared/data");
  }
}
