package io.kizashi.flink.control;

import io.kizashi.language.expression.ExpressionMemory;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import java.util.Optional;

/** Publications of one shop, each of another text. */
final class Publications {
  private Publications() {}

  /** One that compiles. */
  static Publication good(long version) {
    return of("retail", version, text(version));
  }

  /** One that does not compile. */
  static Publication bad(long version) {
    return of("retail", version, "rulebook: retail\nmomets: {}\n");
  }

  static Publication named(String name, long version) {
    return of(name, version, text(version));
  }

  /** A good one for some customers; all others follow the version before. */
  static Publication rollout(long version, int percent) {
    Publication whole = good(version);
    return new Publication(
        whole.name(),
        whole.document(),
        Optional.of(new Publication.Rollout(percent, document(version - 1, text(version - 1)))),
        version,
        "mika",
        "");
  }

  /** What is in force since a time. */
  static Activation since(Publication publication, long time) {
    return Compiled.of(publication, new ExpressionMemory())
        .match(
            good -> good.since(time),
            bad -> {
              throw new IllegalArgumentException("does not compile: " + bad.problems());
            });
  }

  static RulebookDocument submitted(long version) {
    return document(version, text(version));
  }

  private static Publication of(String name, long version, String text) {
    return new Publication(name, document(version, text), Optional.empty(), version, "mika", "");
  }

  private static RulebookDocument document(long version, String text) {
    return new RulebookDocument("rulebook.yaml", version, text);
  }

  private static String text(long version) {
    return """
    rulebook: retail
    moments:
      cart_abandoned:
        kind: drop_off
        pattern:
          - { event: cart_updated }
          - { absence: order_placed, for: %dm }
    """
        .formatted(version);
  }
}
