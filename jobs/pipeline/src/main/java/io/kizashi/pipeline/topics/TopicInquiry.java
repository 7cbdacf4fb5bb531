package io.kizashi.pipeline.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks a broker what its topics are, and what whoever asks may do with them. */
public final class TopicInquiry {
  private static final long PAUSE_MILLIS = 100;

  private final Admin admin;

  /** Leaves the client open. */
  public TopicInquiry(Admin admin) {
    this.admin = admin;
  }

  /**
   * Asks of all topics at once, and again of those that are missing: a topic that was just created
   * is not known to every broker yet.
   *
   * @param names at the broker
   * @param patience for missing topics; zero to ask once
   * @return what each of them is
   * @throws ExecutionException if the broker does not answer, or refuses the question
   */
  public Map<String, TopicFacts> ask(Collection<String> names, Duration patience)
      throws ExecutionException, InterruptedException {
    Map<String, TopicFacts> facts = new HashMap<>(look(names));
    long end = System.nanoTime() + patience.toNanos();
    for (List<String> missing = missing(facts);
        !missing.isEmpty() && System.nanoTime() - end < 0;
        missing = missing(facts)) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      facts.putAll(look(missing));
    }
    return facts;
  }

  private static List<String> missing(Map<String, TopicFacts> facts) {
    return facts.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof TopicFacts.Missing)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, TopicFacts> look(Collection<String> names)
      throws ExecutionException, InterruptedException {
    Map<String, KafkaFuture<TopicDescription>> descriptions =
        admin
            .describeTopics(names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
            .topicNameValues();
    Map<ConfigResource, KafkaFuture<Config>> settings =
        admin.describeConfigs(names.stream().map(TopicInquiry::resource).toList()).values();
    Map<String, TopicFacts> facts = new HashMap<>();
    for (var asked : descriptions.entrySet()) {
      KafkaFuture<Config> its = Objects.requireNonNull(settings.get(resource(asked.getKey())));
      facts.put(asked.getKey(), facts(asked.getValue(), its));
    }
    return facts;
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static TopicFacts facts(
      KafkaFuture<TopicDescription> description, KafkaFuture<Config> settings)
      throws ExecutionException, InterruptedException {
    try {
      return present(description.get(), allowed(settings));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return new TopicFacts.Missing();
      }
      if (e.getCause() instanceof TopicAuthorizationException) {
        return new TopicFacts.Hidden();
      }
      throw e;
    }
  }

  /** Settings have a right of their own. */
  private static Optional<Config> allowed(KafkaFuture<Config> settings)
      throws ExecutionException, InterruptedException {
    try {
      return Optional.of(settings.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicAuthorizationException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static TopicFacts present(TopicDescription description, Optional<Config> settings) {
    return new TopicFacts.Present(
        description.partitions().size(),
        description.partitions().stream()
            .map(TopicPartitionInfo::replicas)
            .mapToInt(List::size)
            .min()
            .orElse(0),
        settings.map(TopicInquiry::values),
        Optional.<Set<AclOperation>>ofNullable(description.authorizedOperations()));
  }

  private static Map<String, String> values(Config settings) {
    return settings.entries().stream()
        // A broker keeps the value of a secret to itself.
        .filter(entry -> entry.value() != null)
        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
  }
}
