package io.kizashi.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The next best action for one customer: the product. A retraction carries the original's id and
 * plan, and neither content nor reasoning.
 *
 * @param id hash of the customer as received, trigger and decidedAt
 * @param status issued, or retracted
 * @param customer for whom it was decided
 * @param plan what to do, where and when
 * @param moment the moment that it answers
 * @param reasoning why it was chosen, and with which words; absent in a retraction
 * @param rulebook the rules that decided
 * @param decidedAt time of the cause, milliseconds since the epoch
 * @param trigger the id of the touchpoint, or the deadline, that caused the decision
 */
public record Recommendation(
    String id,
    Status status,
    CustomerKey customer,
    Plan plan,
    MomentRef moment,
    Optional<Reasoning> reasoning,
    RulebookRef rulebook,
    long decidedAt,
    String trigger) {

  /** Whether it stands. */
  public enum Status {
    ISSUED,
    RETRACTED;

    /** The name on the wire, in lower case. */
    public String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What to do.
   *
   * @param action the action's name
   * @param kind recover, serve, retain, inform, ask or sell
   * @param recipient customer, or the member of staff who gets a task
   * @param channel where
   * @param sendAt earliest time to send, milliseconds since the epoch
   * @param expiresAt latest time to send, milliseconds since the epoch
   */
  public record Plan(
      String action,
      ActionKind kind,
      String recipient,
      String channel,
      long sendAt,
      long expiresAt) {}

  /**
   * The answered moment, shortened.
   *
   * @param id its id
   * @param rule the rule that detected it
   * @param kind drop-off or moment of truth
   * @param detectedAt when, milliseconds since the epoch
   */
  public record MomentRef(String id, String rule, Moment.Kind kind, long detectedAt) {}

  /**
   * How the choice came about.
   *
   * @param language of the content, BCP 47
   * @param content rendered parts by name: {@code text}, or {@code subject} and {@code body}
   * @param score the chosen candidate's factors
   * @param values state values that the decision read, by name
   * @param candidates every candidate with its outcome, the chosen one first
   */
  public record Reasoning(
      String language,
      Map<String, String> content,
      Score score,
      Map<String, String> values,
      List<Candidate> candidates) {
    /** Copies the collections. */
    public Reasoning {
      content = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(content));
      values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * Factors of {@code propensity × value × context × weight − cost}.
   *
   * @param epoch closed learning epoch that the propensity comes from; 0 where nothing is learned
   */
  public record Score(
      double propensity,
      double value,
      double cost,
      double context,
      double weight,
      double total,
      long epoch) {}

  /**
   * One candidate of the arbitration.
   *
   * @param action its action
   * @param moment id of the moment that it would answer
   * @param total its score
   * @param reason {@code chosen}, or the code of why it lost
   * @param detail what decided, for people; may be empty
   */
  public record Candidate(
      String action, String moment, double total, String reason, String detail) {}

  /** The same recommendation, taken back. */
  public Recommendation retracted() {
    return shortened(Status.RETRACTED);
  }

  /** The same recommendation, as much of it as is remembered. */
  public Recommendation withoutReasoning() {
    return shortened(status);
  }

  private Recommendation shortened(Status newStatus) {
    return new Recommendation(
        id, newStatus, customer, plan, moment, Optional.empty(), rulebook, decidedAt, trigger);
  }
}
