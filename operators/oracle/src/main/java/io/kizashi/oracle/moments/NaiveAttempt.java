package io.kizashi.oracle.moments;

import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far an attempt at a pattern comes.
 *
 * @param alive whether every step so far is fulfilled
 * @param evidence the touchpoints taken, the anchor first
 * @param captures those that have a name
 * @param end where the last step is over, or where it ended
 * @param certainAt proven time from which on it is believed
 * @param silentSince where its final silence began, if it came as far
 * @param day the day that it is about, of those of a date that comes every year
 */
record NaiveAttempt(
    boolean alive,
    List<Touchpoint> evidence,
    List<Touchpoint> captures,
    Position end,
    long certainAt,
    Optional<Position> silentSince,
    Optional<YearDay> day) {
  /** Before its first step. */
  static final NaiveAttempt NEW =
      new NaiveAttempt(
          true,
          List.of(),
          List.of(),
          Position.FIRST,
          Long.MIN_VALUE,
          Optional.empty(),
          Optional.empty());

  /** The same about one of several days. */
  NaiveAttempt on(Optional<YearDay> which) {
    return new NaiveAttempt(alive, evidence, captures, end, certainAt, silentSince, which);
  }

  /** What it is called among those of its rule: by its anchor, and by its day if it has one. */
  String name() {
    return anchor().id() + day.map(which -> "/" + which.date()).orElse("");
  }

  Touchpoint anchor() {
    return evidence.get(0);
  }

  /** When it is over: the deadline's or the last touchpoint's time. */
  long detectedAt() {
    return end.time();
  }

  Touchpoint last() {
    return evidence.get(evidence.size() - 1);
  }

  /** One more touchpoint is taken. */
  NaiveAttempt takes(Touchpoint touchpoint, boolean named, long certain) {
    List<Touchpoint> more = new ArrayList<>(evidence);
    more.add(touchpoint);
    List<Touchpoint> names = new ArrayList<>(captures);
    if (named) {
      names.add(touchpoint);
    }
    return new NaiveAttempt(
        alive,
        more,
        names,
        Followed.place(touchpoint),
        Math.max(certainAt, certain),
        silentSince,
        day);
  }

  /** A deadline is reached. */
  NaiveAttempt reaches(long deadline, long certain) {
    return new NaiveAttempt(
        alive,
        evidence,
        captures,
        Position.after(deadline),
        Math.max(certainAt, certain),
        silentSince,
        day);
  }

  /** It fails. */
  NaiveAttempt fails(Position where) {
    return new NaiveAttempt(false, evidence, captures, where, certainAt, silentSince, day);
  }

  /** Its final silence begins here. */
  NaiveAttempt isSilent() {
    return new NaiveAttempt(alive, evidence, captures, end, certainAt, Optional.of(end), day);
  }

  /** It never came as far as its final silence. */
  NaiveAttempt neverSilent() {
    return new NaiveAttempt(alive, evidence, captures, end, certainAt, Optional.empty(), day);
  }
}
