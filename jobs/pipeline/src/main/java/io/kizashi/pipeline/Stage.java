package io.kizashi.pipeline;

/**
 * The stages of the job. A name is also the operator's uid and stands in every savepoint: none is
 * ever changed. Stages without work yet have their name and are not run.
 */
enum Stage {
  /** Reads touchpoints and heartbeats. */
  TOUCHPOINTS("touchpoints"),
  /** Makes the engine's own heartbeats, where the sources write none. */
  HEARTBEATS("heartbeats"),
  /** Writes the engine's own heartbeats. */
  HEARTBEATS_WRITTEN("heartbeats-written"),
  /** Reads published rulebooks. */
  RULEBOOKS("rulebooks"),
  /** Reads pauses. */
  CONTROLS("controls"),
  /** From bytes to touchpoints. */
  DECODE("decode"),
  /** Lets pass what learning is about: customers' words and answers. */
  TOLD("told"),
  /** Keyed by customer: answers and the words before them. */
  EXPERIENCES("experiences"),
  /** One task: what words have come to mean. */
  LEXICON("lexicon"),
  /** Gives touchpoints the emotion that their customers' words tell. */
  SENSES("senses"),
  /** Keyed by anonymous id: who is a known customer. Not run yet. */
  GUESTS("guests"),
  /** Keyed by account: detection over an account's people. Not run yet. */
  ACCOUNTS("accounts"),
  /** Keyed by customer: history, moments, decisions. */
  PERSONS("persons"),
  /** One task: grants capacity and budgets. Not run yet. */
  ALLOCATOR("allocator"),
  /** Writes what the engine tells itself. */
  LOOP("loop"),
  /** Reads what the engine tells itself. */
  LOOP_READ("loop-read"),
  /** Writes moments. */
  MOMENTS("moments"),
  /** Writes recommendations. */
  RECOMMENDATIONS("recommendations"),
  /** Writes what rules in shadow would have done. */
  SHADOW("shadow"),
  /** Writes counts of what was decided. */
  JOURNEY_KPIS("journey-kpis"),
  /** Writes records that were not taken in. */
  REJECTED("rejected"),
  /** Writes what tasks made of rulebooks. */
  RULEBOOK_STATUS("rulebook-status"),
  /** Writes answers to what people ask of customers. */
  ANSWERS("answers");

  /**
   * Key groups of a new installation, the limit of its parallelism; state keeps the number that it
   * was written with ({@link KeyGroups}). 5,040 shares evenly among 1 to 10, 12, 14 to 16, 18, 20,
   * 21, 24 … tasks, and costs two bytes a key, as any number above 128.
   */
  static final int MAX_PARALLELISM = 5_040;

  private final String uid;

  Stage(String uid) {
    this.uid = uid;
  }

  String uid() {
    return uid;
  }
}
