package io.kizashi.schema;

/** Every constant of learning from surveys, each with its reason. */
public final class LearningBounds {
  /** Milliseconds of an epoch, as for everything that is learned across customers. */
  public static final long EPOCH_MILLIS = 5 * 60_000L;

  /**
   * Epochs that a lexicon rests after its own before it counts: by then it has reached every task,
   * so that a replay, which has no way to go, decides alike.
   */
  public static final int REST_EPOCHS = 1;

  /** Milliseconds before an answer whose words it speaks of: a survey follows within the day. */
  public static final long WINDOW_MILLIS = 24 * 60 * 60_000L;

  /** Distinct words that one answer speaks of, the newest: a long chat outweighs no other. */
  public static final int WORDS_AN_ANSWER = 32;

  /** Answers of one customer that count within the window: nobody bends the lexicon alone. */
  public static final int ANSWERS_A_CUSTOMER = 4;

  /** Newest texts of one customer whose words are remembered: more than one answer speaks of. */
  public static final int TEXTS_A_CUSTOMER = 64;

  /** Characters of a word or phrase; what is longer is an address or an order's number. */
  public static final int WORD_CHARS = 32;

  /** Answers from which on a word shifts: fewer tell of their customers, not of the word. */
  public static final int LEAST_ANSWERS = 20;

  /** Answers that weigh as much as knowing nothing: at the least, a word shifts by a quarter. */
  public static final int PRIOR = 60;

  /**
   * Shifts come in steps of 1/200: lexicons change when something has, and all sums are of whole
   * numbers, which add up to the same in any order.
   */
  public static final int GRAINS_A_UNIT = 200;

  /** Largest shift, 0.3: half of what an ordinary word of feeling has, so that none turns round. */
  public static final int MOST_GRAINS = 60;

  /** Largest change of a shift from one epoch to the next, 0.02: from nothing to all in 75 min. */
  public static final int STEP_GRAINS = 4;

  /** Shift from which on a word that no lexicon has is heard, 0.05: less is no feeling either. */
  public static final int HEARD_GRAINS = 10;

  /** Valences are summed in millionths: see {@link #GRAINS_A_UNIT}. */
  public static final long VALENCE_UNITS = 1_000_000;

  /** Words of a lexicon, those with most answers: with their figures they fit into a record. */
  public static final int LEXICON_WORDS = 4_096;

  /** Words that are counted: rare ones must have room to become frequent. */
  public static final int COUNTED_WORDS = 4 * LEXICON_WORDS;

  /** Distinct words of one epoch: more than people use, fewer than a flood of noise brings. */
  public static final int EPOCH_WORDS = 4 * COUNTED_WORDS;

  /** Lexicons that a task keeps: late touchpoints find those of the last hour at least. */
  public static final int LEXICONS = 16;

  /** Bytes of a lexicon's record, as the broker takes them. */
  public static final int RECORD_BYTES = 1024 * 1024;

  private LearningBounds() {}
}
