package io.kizashi.cli.play;

import io.kizashi.language.yaml.Nearest;
import io.kizashi.local.feed.Speed;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.TouchpointJson;
import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.terminal.InputFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of {@code sample-streams}.
 *
 * @param name its name
 * @param events its touchpoints
 * @param rulebook its rules
 */
record Scenario(String name, Path events, Path rulebook) {
  private static final double WHOLE_MILLIS = 12_000;
  private static final String EVENTS = "touchpoints.jsonl";
  private static final String RULEBOOK = "rulebook.yaml";

  /**
   * The scenario of a name.
   *
   * @param home the project's folder
   * @throws InputFault if there is none of that name
   */
  public static Scenario named(String name, Path home) {
    Path all = home.resolve("sample-streams");
    List<String> names = names(all);
    if (!names.contains(name)) {
      throw new InputFault("there is no scenario '" + name + "'; " + Nearest.hint(name, names));
    }
    Path folder = all.resolve(name);
    return new Scenario(name, folder.resolve(EVENTS), folder.resolve(RULEBOOK));
  }

  /** A speed at which the whole stream takes about 12 s; never slower than it was. */
  public Speed speed() {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    try (Stream<String> lines = Files.lines(events)) {
      for (String line : (Iterable<String>) lines::iterator) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        long now = System.currentTimeMillis();
        if (TouchpointJson.decode(bytes, now, now + Bounds.FUTURE_MILLIS)
            instanceof Decoding.Decoded decoded) {
          // In order of arrival: one that comes weeks too late does not stretch the play.
          first = first == Long.MAX_VALUE ? decoded.touchpoint().time() : first;
          last = Math.max(last, decoded.touchpoint().time());
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new EnvironmentFault(events + " can't be read: " + e.getMessage(), e);
    }
    return new Speed(Math.max(1, Math.rint((last - first) / WHOLE_MILLIS)));
  }

  private static List<String> names(Path all) {
    try (Stream<Path> folders = Files.list(all)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve(EVENTS)))
          .filter(folder -> Files.isRegularFile(folder.resolve(RULEBOOK)))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new EnvironmentFault(
          all + " can't be read; start the demo with the launcher ./kizashi of the project", e);
    }
  }
}
