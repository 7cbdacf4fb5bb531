package io.kizashi.local.kafka;

import io.kizashi.pipeline.topics.TopicFacts;
import io.kizashi.pipeline.topics.TopicInquiry;
import io.kizashi.terminal.EnvironmentFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What the commands ask of a broker before they start. */
public final class Brokers implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 15;
  private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final short ONE_REPLICA = 1;

  private final String bootstrap;
  private final String protocol;
  private final Admin admin;

  /**
   * Does not connect yet.
   *
   * @param bootstrap {@code host:port}, several separated by commas
   * @param properties further client properties, such as credentials
   */
  public Brokers(String bootstrap, Map<String, String> properties) {
    this.bootstrap = bootstrap;
    this.protocol =
        properties.getOrDefault(
            CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
            CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
    Map<String, Object> all = new HashMap<>(properties);
    all.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000);
    all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000);
    try {
      this.admin = Admin.create(all);
    } catch (KafkaException e) {
      throw new EnvironmentFault("can't use Kafka at '" + bootstrap + "': " + root(e), e);
    }
  }

  /** Where it is asked: {@code host:port}, several separated by commas. */
  public String bootstrap() {
    return bootstrap;
  }

  /**
   * Creates the engine's topics on a broker that is alone, as far as they are missing.
   *
   * @param prefix of their names
   * @throws EnvironmentFault if the broker can't be reached or refuses
   */
  public static void createOnOneNode(String bootstrap, String prefix) {
    try (Brokers brokers = new Brokers(bootstrap, Map.of())) {
      brokers.create(TopicPlan.shipped(prefix, ONE_REPLICA));
    }
  }

  /**
   * Creates the topics of a plan that are missing; leaves the others as they are.
   *
   * @return the names of those created
   * @throws EnvironmentFault if the broker can't be reached or refuses
   */
  public List<String> create(TopicPlan plan) {
    Set<String> present = topics();
    List<NewTopic> missing =
        plan.topics().stream().filter(topic -> !present.contains(topic.name())).toList();
    for (var created : admin.createTopics(missing).values().entrySet()) {
      try {
        created.getValue().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw failed("create topic '" + created.getKey() + "'", e);
        }
      } catch (TimeoutException e) {
        throw failed("create topic '" + created.getKey() + "'", e);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
    List<String> created = missing.stream().map(NewTopic::name).toList();
    awaitLeaders(created);
    return created;
  }

  /**
   * The names of all topics that may be seen.
   *
   * @throws EnvironmentFault if the broker can't be reached or refuses
   */
  public Set<String> topics() {
    return await(admin.listTopics().names(), "list topics");
  }

  /**
   * What topics are, and what whoever asks may do with them.
   *
   * @throws EnvironmentFault if the broker can't be reached or refuses
   */
  public Map<String, TopicFacts> facts(List<String> topics) {
    try {
      return new TopicInquiry(admin).ask(topics, Duration.ZERO);
    } catch (ExecutionException e) {
      throw failed("describe its topics", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * Makes sure that topics are there.
   *
   * @throws EnvironmentFault if the broker can't be reached, or naming those that are missing
   */
  public void require(List<String> topics) {
    Set<String> present = topics();
    List<String> missing = topics.stream().filter(topic -> !present.contains(topic)).toList();
    if (!missing.isEmpty()) {
      throw new EnvironmentFault(
          "Kafka at '"
              + bootstrap
              + "' has no topic '"
              + String.join("', '", missing)
              + "'; is --topic-prefix the engine's? Missing topics are created by topics create, run and feed");
    }
  }

  /**
   * A created topic is not yet one that takes records: its brokers still have to hear of it. A
   * producer that is faster loses its first batch to a later one, and with it its place in order.
   */
  private void awaitLeaders(List<String> created) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (String topic : created) {
      for (int partition = 0; partition < partitions(topic); partition++) {
        ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
      }
    }
    // Answered by the leaders themselves; the client asks again until they do.
    await(admin.listOffsets(ends).all(), "take over the new topics");
  }

  /**
   * How many partitions a topic has.
   *
   * @throws EnvironmentFault if the broker can't be reached or has no such topic
   */
  public int partitions(String topic) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try {
        return admin
            .describeTopics(List.of(topic))
            .allTopicNames()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .values()
            .iterator()
            .next()
            .partitions()
            .size();
      } catch (ExecutionException e) {
        boolean maybeNew = e.getCause() instanceof UnknownTopicOrPartitionException;
        if (!maybeNew || System.nanoTime() - end > 0) {
          throw failed("describe topic '" + topic + "'", e);
        }
        LockSupport.parkNanos(ASK_AGAIN_NANOS);
      } catch (TimeoutException e) {
        throw failed("describe topic '" + topic + "'", e);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  private <T> T await(KafkaFuture<T> answer, String what) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw failed(what, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private EnvironmentFault failed(String what, Throwable e) {
    return new EnvironmentFault(
        "Kafka at '"
            + bootstrap
            + "' did not "
            + what
            + ": "
            + root(e)
            + "; check that it runs, that this machine may reach it, and that its port speaks "
            + protocol
            + " (security.protocol)",
        e);
  }

  private static EnvironmentFault interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new EnvironmentFault("interrupted while waiting for Kafka", e);
  }

  private static String root(Throwable e) {
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
