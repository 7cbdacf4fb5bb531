package io.kizashi.text.learning;

import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.LearningBounds;
import io.kizashi.schema.state.ByteSink;
import io.kizashi.schema.state.ByteSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Learns from the experiences of all customers, epoch by epoch. What comes of an epoch does not
 * depend on the order within it; one that nobody answered in changes nothing. Not thread-safe.
 */
public final class Learner {
  private static final int VERSION = 1;

  private final TreeMap<Long, EpochTallies> open = new TreeMap<>();
  private final Map<String, Counted> words = new HashMap<>();
  private AnswerSum all = AnswerSum.NONE;
  private long closed = Long.MIN_VALUE;

  /** Counts an answer, in the epoch after the last that was closed if its own has been. */
  public void add(Experience experience) {
    long epoch = Math.max(LearnedLexicon.epoch(experience.time()), closed + 1);
    open.computeIfAbsent(epoch, e -> new EpochTallies()).add(experience);
  }

  /**
   * Closes epochs in their order.
   *
   * @param proven nothing up to this time is outstanding, milliseconds since 1970
   * @return the lexicons of those epochs in which a shift changed
   */
  public List<LearnedLexicon> close(long proven) {
    List<LearnedLexicon> lexicons = new ArrayList<>();
    while (!open.isEmpty() && open.firstKey() < LearnedLexicon.epoch(proven) + endsWith(proven)) {
      Map.Entry<Long, EpochTallies> first = open.pollFirstEntry();
      close(first.getKey(), first.getValue()).ifPresent(lexicons::add);
    }
    return lexicons;
  }

  /** Proof of an epoch's last millisecond is proof of the epoch. */
  private static int endsWith(long proven) {
    return Math.floorMod(proven, LearningBounds.EPOCH_MILLIS) == LearningBounds.EPOCH_MILLIS - 1
        ? 1
        : 0;
  }

  private Optional<LearnedLexicon> close(long epoch, EpochTallies tallies) {
    closed = epoch;
    all = all.plus(tallies.all());
    tallies.forEach(
        (word, tally) ->
            words.merge(
                word,
                new Counted(word, tally, epoch, 0),
                (known, more) -> known.plus(more.tally(), epoch)));
    forget();
    return shift() ? Optional.of(lexicon()) : Optional.empty();
  }

  /** Keeps within the bound; a word with a shift stays until it has gone back, step by step. */
  private void forget() {
    if (words.size() > LearningBounds.COUNTED_WORDS) {
      long shifted = words.values().stream().filter(Counted::isShifted).count();
      Set<String> rest =
          words.values().stream()
              .filter(word -> !word.isShifted())
              .sorted(Counted.MOST_FIRST)
              .skip(LearningBounds.COUNTED_WORDS - shifted)
              .map(Counted::word)
              .collect(Collectors.toSet());
      words.keySet().removeAll(rest);
    }
  }

  /** Lets every word take a step; tells whether any did. */
  private boolean shift() {
    List<Counted> told =
        words.values().stream()
            .filter(Counted::isTold)
            .sorted(Counted.MOST_FIRST)
            .limit(LearningBounds.LEXICON_WORDS)
            .toList();
    Set<String> seated = told.stream().map(Counted::word).collect(Collectors.toSet());
    Stream<Counted> leaving =
        words.values().stream().filter(word -> word.isShifted() && !seated.contains(word.word()));
    List<Counted> stepped = new ArrayList<>(leaving.map(Counted::stepped).toList());
    Set<String> taken =
        Stream.concat(
                stepped.stream().filter(Counted::isShifted),
                told.stream().filter(Counted::isShifted))
            .map(Counted::word)
            .collect(Collectors.toCollection(HashSet::new));
    for (Counted word : told) {
      // A newcomer waits until one that goes has gone.
      if (taken.contains(word.word()) || taken.size() < LearningBounds.LEXICON_WORDS) {
        Counted next = word.stepped(all.mean());
        stepped.add(next);
        if (next.isShifted()) {
          taken.add(next.word());
        }
      }
    }
    return replace(stepped);
  }

  private boolean replace(List<Counted> stepped) {
    boolean changed = false;
    for (Counted next : stepped) {
      Counted before = words.put(next.word(), next);
      changed |= before != null && before.grains() != next.grains();
    }
    return changed;
  }

  /** What has been learned up to the epoch that was closed last. */
  public LearnedLexicon lexicon() {
    if (closed == Long.MIN_VALUE) {
      return LearnedLexicon.NONE;
    }
    Map<String, LearnedLexicon.Word> shifted =
        words.values().stream()
            .filter(Counted::isShifted)
            .collect(Collectors.toMap(Counted::word, Counted::learned));
    return new LearnedLexicon(closed, all.answers(), Counted.rounded(all.mean()), shifted);
  }

  // ---- state ----

  /** As state keeps it, epochs that are still open included. */
  public byte[] encode() {
    ByteSink out = new ByteSink();
    out.writeVarint(VERSION);
    out.writeLong(closed);
    write(out, all);
    out.writeVarint(words.size());
    for (Counted word : words.values()) {
      out.writeText(word.word());
      write(out, word.tally());
      out.writeSigned(word.epoch());
      out.writeSigned(word.grains());
    }
    out.writeVarint(open.size());
    open.forEach((epoch, tallies) -> write(out, epoch, tallies));
    return out.toBytes();
  }

  private static void write(ByteSink out, long epoch, EpochTallies tallies) {
    out.writeSigned(epoch);
    write(out, tallies.all());
    out.writeVarint(tallies.size());
    tallies.forEach(
        (word, tally) -> {
          out.writeText(word);
          write(out, tally);
        });
  }

  private static void write(ByteSink out, AnswerSum tally) {
    out.writeVarint(tally.answers());
    out.writeSigned(tally.sum());
  }

  /**
   * A learner that goes on from what {@link #encode} wrote.
   *
   * @throws IllegalStateException if a newer release wrote it, or it is damaged
   */
  public static Learner decode(byte[] bytes) {
    ByteSource in = Version.open(bytes, VERSION, "what was learned");
    Learner learner = new Learner();
    learner.closed = in.readLong();
    learner.all = tally(in);
    for (int left = in.readSize(); left > 0; left--) {
      String word = in.readText();
      learner.words.put(word, new Counted(word, tally(in), in.readSigned(), (int) in.readSigned()));
    }
    for (int left = in.readSize(); left > 0; left--) {
      EpochTallies tallies = new EpochTallies();
      learner.open.put(in.readSigned(), tallies);
      tallies.add(tally(in));
      for (int word = in.readSize(); word > 0; word--) {
        tallies.add(in.readText(), tally(in));
      }
    }
    return learner;
  }

  private static AnswerSum tally(ByteSource in) {
    return new AnswerSum(in.readVarint(), in.readSigned());
  }
}
