package io.kizashi.control.compare;

import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.local.kafka.Subscriber;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rulebook in force as the topic of rulebooks has it, by the rule that the engine follows: the
 * highest version that compiles, and of two publications of one version the first. While it reaches
 * only a part of the customers, it is what most of them follow.
 *
 * @param client properties of the Kafka client, {@code bootstrap.servers} among them
 * @param topic where rulebooks are published
 */
public record PublishedRulebook(Map<String, String> client, String topic) {
  /** Copies the properties. */
  public PublishedRulebook {
    client = Map.copyOf(client);
  }

  /**
   * Reads the topic; empty where no rulebook was published.
   *
   * @throws io.kizashi.terminal.EnvironmentFault if Kafka can't be reached or has no such topic
   */
  public Optional<RulebookDocument> rulebook() {
    return published().stream()
        .filter(one -> compiles(one.document()))
        .reduce((best, next) -> next.version() > best.version() ? next : best)
        .map(PublishedRulebook::followedByMost);
  }

  /**
   * The text of a hash, whether it is in force or was; empty where none was published.
   *
   * @throws io.kizashi.terminal.EnvironmentFault if Kafka can't be reached or has no such topic
   */
  public Optional<RulebookDocument> text(String hash) {
    return published().stream()
        .flatMap(
            it ->
                Stream.concat(
                    Stream.of(it.document()), it.rollout().map(Publication.Rollout::base).stream()))
        .filter(document -> document.hash().equals(hash))
        .findFirst();
  }

  private List<Publication> published() {
    List<Publication> published = new ArrayList<>();
    try (Subscriber subscriber = Subscriber.since(client, topic, 0)) {
      subscriber.readToEnd(
          record ->
              Optional.ofNullable(record.value())
                  .flatMap(value -> ControlJson.publication(value, record.offset()))
                  .ifPresent(published::add));
    }
    return published;
  }

  private static boolean compiles(RulebookDocument document) {
    return RulebookCompiler.compile(document) instanceof Compilation.Compiled;
  }

  private static RulebookDocument followedByMost(Publication publication) {
    return publication
        .rollout()
        .filter(rollout -> rollout.percent() * 2 < Publication.EVERYBODY)
        .map(Publication.Rollout::base)
        .orElse(publication.document());
  }
}
