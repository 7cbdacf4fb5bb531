package io.kizashi.control.recording;

import io.kizashi.control.publish.Site;
import io.kizashi.local.kafka.Subscriber;
import io.kizashi.pipeline.LearnedFile;
import io.kizashi.pipeline.Topics;
import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.LearnedLexiconJson;
import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.terminal.InputFault;
import io.kizashi.terminal.TextFile;
import io.kizashi.text.Study;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Where learned lexicons come from. */
public final class LearnedLexicons {
  private LearnedLexicons() {}

  /**
   * Learns from a recording, in one pass.
   *
   * @param each gets every lexicon, in the order of epochs
   * @param onRead gets the number of lines read so far
   * @return what is known at the end
   * @throws InputFault if the recording can't be read
   */
  public static LearnedLexicon from(
      Path events, Consumer<LearnedLexicon> each, LongConsumer onRead) {
    Study study = new Study();
    Recording.each(events, touchpoint -> study.add(touchpoint).forEach(each), onRead);
    study.end().forEach(each);
    return study.lexicon();
  }

  /**
   * Learns from a recording to a file, which appears complete or not at all.
   *
   * @throws InputFault if the recording can't be read
   * @throws EnvironmentFault if the file can't be written
   */
  public static LearnedLexicon write(Path events, Path out, LongConsumer onRead) {
    TextFile.require(events);
    Path hidden = out.resolveSibling("." + out.getFileName() + ".part");
    try {
      LearnedLexicon last = writeAll(events, hidden, onRead);
      Files.move(hidden, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return last;
    } catch (IOException e) {
      throw new EnvironmentFault(
          out + ": can't be written (" + e.getMessage() + "); check space and rights", e);
    }
  }

  private static LearnedLexicon writeAll(Path events, Path out, LongConsumer onRead)
      throws IOException {
    try (OutputStream lines = new BufferedOutputStream(Files.newOutputStream(out))) {
      return from(events, lexicon -> writeLine(lines, lexicon), onRead);
    }
  }

  private static void writeLine(OutputStream out, LearnedLexicon lexicon) {
    try {
      out.write(LearnedLexiconJson.encode(lexicon));
      out.write('\n');
    } catch (IOException e) {
      throw new EnvironmentFault("the lexicons can't be written (" + e.getMessage() + ")", e);
    }
  }

  /**
   * The lexicons of a file.
   *
   * @throws InputFault that names file and line, if it can't be read or a line is none
   */
  public static List<LearnedLexicon> read(Path file) {
    TextFile.require(file);
    try {
      return LearnedFile.read(file);
    } catch (IllegalArgumentException e) {
      throw new InputFault(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new InputFault(file + ": can't be read (" + e.getMessage() + ")", e);
    }
  }

  /**
   * The lexicons that a running engine has told itself of, by epoch.
   *
   * @throws EnvironmentFault if the broker can't be reached or has no such topic
   */
  public static List<LearnedLexicon> told(Site site) {
    String topic = site.prefix() + Topics.LOOP;
    NavigableMap<Long, LearnedLexicon> lexicons = new TreeMap<>();
    try (Subscriber loop = Subscriber.since(site.client(), topic, 0)) {
      loop.readToEnd(
          record -> {
            if (record.value() != null) {
              LearnedLexiconJson.decode(record.value())
                  .ifPresent(lexicon -> lexicons.put(lexicon.epoch(), lexicon));
            }
          });
    }
    return List.copyOf(lexicons.values());
  }
}
