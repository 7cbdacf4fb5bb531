package io.kizashi.cli.check;

import java.util.EnumSet;
import java.util.Set;

/** Parts of the language that random cases use. */
enum Feature {
  /** {@code times}. */
  TIMES,
  /** {@code until} and {@code grace}. */
  UNTIL,
  /** {@code for: 3bd}, and the calendar. */
  BUSINESS_DAYS,
  /** {@code date} steps. */
  DATE,
  /** {@code emotion} steps. */
  EMOTION,
  /** The virtual {@code session_ended}. */
  SESSIONS,
  /** {@code when}, {@code severity} and {@code once-per}. */
  JUDGED,
  /** What is known at a place: customer, now, local, emotion and session. */
  KNOWN,
  /** Signals. */
  SIGNALS,
  /** Segments. */
  SEGMENTS,
  /** Journey stages. */
  JOURNEY,
  /** {@code timezone}. */
  TIMEZONE;

  /** What the engine runs today. */
  static final Set<Feature> BUILT = Set.copyOf(EnumSet.noneOf(Feature.class));
}
