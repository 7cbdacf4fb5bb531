package io.kizashi.schema;

import java.util.Set;

/**
 * Types of touchpoints that mean something to the engine whatever a rulebook says. All others are
 * an open vocabulary.
 */
public final class ReservedTypes {
  /** Its properties are the customer's from then on. */
  public static final String PROFILE_UPDATED = "profile_updated";

  /** What may be sent and kept, by channel and purpose. */
  public static final String CONSENT_CHANGED = "consent_changed";

  /** An anonymous id and a customer are one person. */
  public static final String IDENTITY_LINKED = "identity_linked";

  /** They are not one person after all. */
  public static final String IDENTITY_UNLINKED = "identity_unlinked";

  /** Two known customers are one person. */
  public static final String CUSTOMERS_MERGED = "customers_merged";

  /** They were not one person. */
  public static final String CUSTOMERS_SPLIT = "customers_split";

  /** What came of a recommendation. */
  public static final String RECOMMENDATION_OUTCOME = "recommendation_outcome";

  /** Staff took a task. */
  public static final String TASK_TAKEN = "task_taken";

  /** Staff gave a task to somebody else. */
  public static final String TASK_HANDED_ON = "task_handed_on";

  /** Staff brought a task to its end. */
  public static final String TASK_CLOSED = "task_closed";

  /** The answer to a survey's question. */
  public static final String SURVEY_ANSWERED = "survey_answered";

  /** What staff wrote of a customer; no words of the customer's. */
  public static final String STAFF_NOTE = "staff_note";

  /** All that is kept of the customer is to go. */
  public static final String ERASURE_REQUESTED = "erasure_requested";

  /** Virtual: a session was followed by silence. */
  public static final String SESSION_ENDED = "session_ended";

  /** What the engine can't do so far. */
  private static final Set<String> NOT_YET =
      Set.of(
          ERASURE_REQUESTED, IDENTITY_LINKED, IDENTITY_UNLINKED, CUSTOMERS_MERGED, CUSTOMERS_SPLIT);

  private static final Set<String> ALL =
      Set.of(
          PROFILE_UPDATED,
          CONSENT_CHANGED,
          IDENTITY_LINKED,
          IDENTITY_UNLINKED,
          CUSTOMERS_MERGED,
          CUSTOMERS_SPLIT,
          RECOMMENDATION_OUTCOME,
          TASK_TAKEN,
          TASK_HANDED_ON,
          TASK_CLOSED,
          SURVEY_ANSWERED,
          STAFF_NOTE,
          ERASURE_REQUESTED,
          SESSION_ENDED);

  private ReservedTypes() {}

  /** Whether a type means something to the engine whatever a rulebook says. */
  public static boolean isReserved(String type) {
    return ALL.contains(type);
  }

  /** Whether a touchpoint of a type asks for what the engine can't do so far. */
  static boolean isNotYet(String type) {
    return NOT_YET.contains(type);
  }
}
