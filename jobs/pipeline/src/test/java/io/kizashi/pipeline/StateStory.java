package io.kizashi.pipeline;

import io.kizashi.schema.RulebookDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What happens before and after the state of a release was saved, as the files in its folder tell:
 * touchpoints as they are sent, and orders, lines that begin with {@code >}.
 *
 * @param folder of the story
 */
record StateStory(Path folder) {
  private static final String ORDER = "> ";

  /**
   * One line.
   *
   * @param text what a source sends, whole or damaged; or what is done to the engine
   */
  record Line(String text) {
    boolean isOrder() {
      return text.startsWith(ORDER);
    }

    /** Whether it is a heartbeat, which lies behind all that was sent before. */
    boolean isProof() {
      return text.startsWith(ORDER + "proven ");
    }

    /** Of an order, such as {@code proven 2025-06-12T20:00:00+09:00}. */
    List<String> words() {
      return List.of(text.substring(ORDER.length()).split(" "));
    }
  }

  /** The one that travels with the job. */
  RulebookDocument submitted() {
    return rulebook(1, "rules-1.yaml");
  }

  RulebookDocument rulebook(long version, String file) {
    return new RulebookDocument(file, version, read(file));
  }

  /** All that was settled when the state was saved. */
  List<Line> before() {
    return lines("before.story");
  }

  /** What was under way when the state was saved: heard of, and not done yet. */
  List<Line> barrier() {
    return lines("barrier.story");
  }

  /** What a job goes on with. */
  List<Line> after() {
    return lines("after.story");
  }

  private List<Line> lines(String file) {
    return read(file).lines().map(Line::new).toList();
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
