package io.kizashi.schema;

import java.util.Optional;
import java.util.function.Function;

/**
 * A rulebook as it was published.
 *
 * @param name the rulebook's name
 * @param document its text, with a version of at least 1
 * @param rollout which customers follow it; empty for all
 * @param offset its place on the topic {@code rulebooks}: of two that claim one version the lower
 *     counts; {@link #SUBMITTED} for the one that travels with the job
 * @param by who published it; may be empty
 * @param why what for; may be empty
 */
public record Publication(
    String name,
    RulebookDocument document,
    Optional<Rollout> rollout,
    long offset,
    String by,
    String why)
    implements Control {
  /** Before all places of the topic. */
  public static final long SUBMITTED = -1;

  /** The whole population. */
  public static final int EVERYBODY = 100;

  /**
   * A part of the customers, always the same ones, and more as the part grows.
   *
   * @param percent from 1 to 99
   * @param base what all others follow
   */
  public record Rollout(int percent, RulebookDocument base) {
    /**
     * Refuses parts that are none.
     *
     * @throws IllegalArgumentException if the percentage is out of bounds
     */
    public Rollout {
      if (percent < 1 || percent >= EVERYBODY) {
        throw new IllegalArgumentException(
            "a rollout reaches 1 to 99 percent of the customers, not " + percent);
      }
    }
  }

  /** The rulebook that is submitted with the job, for all customers. */
  public static Publication submitted(String name, RulebookDocument document) {
    return new Publication(name, document, Optional.empty(), SUBMITTED, "", "");
  }

  /** Grows by one with every publication. */
  public long version() {
    return document.version();
  }

  /** Percent of the customers that follow it. */
  public int percent() {
    return rollout.map(Rollout::percent).orElse(EVERYBODY);
  }

  /** The key of its record: name, version and hash. */
  public String key() {
    return name + "/" + version() + "/" + document.hash();
  }

  @Override
  public Kind kind() {
    return Kind.PUBLICATION;
  }

  @Override
  public <T> T map(
      Function<Publication, T> publication,
      Function<Pause, T> pause,
      Function<Thaw, T> thaw,
      Function<Inquiry, T> inquiry) {
    return publication.apply(this);
  }
}
