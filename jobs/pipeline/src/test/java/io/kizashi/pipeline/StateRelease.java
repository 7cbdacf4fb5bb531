package io.kizashi.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands in the tree of a release: its state, and what was said before and after.
 *
 * @param folder named after the release
 */
record StateRelease(Path folder) {
  static final Path ALL = Path.of("src", "test", "resources", "io", "kizashi", "pipeline", "state");

  /** All releases whose state is restored. */
  static List<StateRelease> all() throws IOException {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders.filter(Files::isDirectory).sorted().map(StateRelease::new).toList();
    }
  }

  StateStory story() {
    return new StateStory(folder.resolve("story"));
  }

  /** A savepoint or a job's checkpoints. */
  Path state(Kind kind) {
    return folder.resolve(kind.folder);
  }

  /** What {@link SavedState#states} gives of it. */
  Path states() {
    return folder.resolve("states.txt");
  }

  /** What the engine had told itself when its state was saved; the state says how far it read. */
  Path loop() {
    return folder.resolve("loop.tsv");
  }

  /** What an engine that is not interrupted goes on to write to a topic. */
  Path after(String topic) {
    return folder.resolve("after").resolve(topic + ".tsv");
  }

  @Override
  public String toString() {
    return String.valueOf(folder.getFileName());
  }

  /** How state is saved. */
  enum Kind {
    /** In the form that all state backends share. */
    SAVEPOINT("savepoint"),
    /** Files of RocksDB, some of which were written for a checkpoint before. */
    CHECKPOINT("checkpoint");

    private final String folder;

    Kind(String folder) {
      this.folder = folder;
    }
  }
}
