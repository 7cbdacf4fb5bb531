package io.kizashi.schema;

import io.kizashi.schema.form.Literals;
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
    ISSUED("issued", "ISSUED"),
    RETRACTED("retracted", "RETRACTED");

    private static final Literals<String, Status> BY_KEPT =
        Literals.of(List.of(values()), Status::kept);

    private final String wire;
    private final String kept;

    Status(String wire, String kept) {
      this.wire = wire;
      this.kept = kept;
    }

    /** As records spell it. */
    public String wire() {
      return wire;
    }

    /** As states spell it. */
    public String kept() {
      return kept;
    }

    /** The status that states spell so, or empty where this release knows none. */
    public static Optional<Status> ofKept(String kept) {
      return BY_KEPT.find(kept);
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
   * @param ownership whose it is
   */
  public record Plan(
      String action,
      ActionKind kind,
      String recipient,
      String channel,
      long sendAt,
      long expiresAt,
      Ownership ownership) {}

  /**
   * Whose a recommendation is; each is empty where the rulebook doesn't say.
   *
   * @param assignee whom a task is for: a person, a team or a queue
   * @param campaign what it counts to in reports
   * @param owner who answers for the moment that asked for it
   */
  public record Ownership(String assignee, String campaign, String owner) {
    /** Of what the rulebook says nothing about. */
    public static final Ownership UNSAID = new Ownership("", "", "");
  }

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
   * @param variant which of several texts that are tried against each other; empty for the only one
   * @param content rendered parts by name: {@code text}, or {@code subject} and {@code body}
   * @param score the chosen candidate's factors
   * @param briefing what staff should know; only where the action asks for it
   * @param explanation what was read and weighed
   */
  public record Reasoning(
      String language,
      Optional<String> variant,
      Map<String, String> content,
      Score score,
      Optional<Briefing> briefing,
      Explanation explanation) {
    /** Copies the content, in its order. */
    public Reasoning {
      content = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(content));
    }
  }

  /**
   * Why a decision is what it is.
   *
   * @param values state values that the decision read, by name
   * @param candidates the candidates with their outcomes, the chosen one first
   * @param omitted how many more there were; an explanation has a bound
   */
  public record Explanation(Map<String, String> values, List<Candidate> candidates, int omitted) {
    /** Copies the collections. */
    public Explanation {
      values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * Factors of {@code propensity × value × context × weight − cost}.
   *
   * @param epoch closed epoch of the learned lexicon by which words of this customer's were read
   *     last, up to the decision's place: {@link LearnedLexicon#epoch}; 0 where none was used
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
   * @param channel where it would have been sent; the one that came furthest
   * @param score its factors
   * @param reason {@code chosen}, or the code of why it lost
   * @param detail what decided, for people; may be empty
   * @param flip the one number that would have made it win, if there is one
   */
  public record Candidate(
      String action,
      String moment,
      String channel,
      Score score,
      String reason,
      String detail,
      Optional<Flip> flip) {}

  /**
   * The smallest change of one number that would have made a candidate win.
   *
   * @param what the number: a factor of the score, a state value like {@code signals.cart_value},
   *     {@code expires} in milliseconds or the {@code limit} of the cap that held it back
   * @param from what it was
   * @param to what it would have had to be
   */
  public record Flip(String what, double from, double to) {}

  /** The same recommendation, taken back. */
  public Recommendation retracted() {
    return shortened(Status.RETRACTED);
  }

  /** The same recommendation, as it was before it was taken back. */
  public Recommendation issued() {
    return shortened(Status.ISSUED);
  }

  /** The same recommendation, as much of it as is remembered. */
  public Recommendation withoutReasoning() {
    return shortened(status);
  }

  /** The same recommendation, with its reasoning. */
  public Recommendation with(Reasoning why) {
    return new Recommendation(
        id, status, customer, plan, moment, Optional.of(why), rulebook, decidedAt, trigger);
  }

  /** The same recommendation, with another word on whose it is. */
  public Recommendation with(Ownership ownership) {
    return new Recommendation(
        id,
        status,
        customer,
        new Plan(
            plan.action(),
            plan.kind(),
            plan.recipient(),
            plan.channel(),
            plan.sendAt(),
            plan.expiresAt(),
            ownership),
        moment,
        reasoning,
        rulebook,
        decidedAt,
        trigger);
  }

  private Recommendation shortened(Status newStatus) {
    return new Recommendation(
        id, newStatus, customer, plan, moment, Optional.empty(), rulebook, decidedAt, trigger);
  }
}
