package io.kizashi.control.why;

import io.kizashi.control.recording.Recording;
import io.kizashi.core.expression.Unread;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.rehearsal.Episode;
import io.kizashi.language.rehearsal.Recall;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.LearnedLexicon;
import io.kizashi.terminal.InputFault;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/** Asks what a rulebook makes of a customer in a recording. */
public final class Why {
  private Why() {}

  /**
   * What a rulebook makes of a customer.
   *
   * @param episodes in the order in which they were known
   * @param unread what conditions could not read, and on how many occasions
   */
  public record Told(List<Episode> episodes, SortedMap<Unread, Integer> unread) {}

  /**
   * All that was detected, recommended or withheld, and what could not be read.
   *
   * @param events touchpoints, one JSON a line
   * @param learned lexicons by which words are read, each from its own time on
   * @throws InputFault if the recording can't be read, or knows no such customer
   */
  public static Told of(
      CustomerKey customer, Path events, Rules rules, List<LearnedLexicon> learned) {
    Recall recall = new Recall(customer, rules);
    if (!Recording.replay(events, learned, recall::arrives).contains(customer)) {
      throw new InputFault(Recording.absent(events, customer));
    }
    recall.ends();
    return new Told(recall.episodes(), recall.unread());
  }

  /**
   * What belongs to a time, or else to the newest time before it; nothing where nothing is so old.
   *
   * @param time milliseconds since the epoch
   */
  public static List<Episode> at(long time, List<Episode> all) {
    long newest =
        all.stream().mapToLong(Episode::at).filter(known -> known <= time).max().orElse(time);
    return all.stream().filter(episode -> episode.at() == newest).toList();
  }
}
