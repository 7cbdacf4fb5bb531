package io.kizashi.cli.kafka;

import io.kizashi.cli.terminal.EnvironmentFault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** What the commands ask of a broker before they start. */
public final class Brokers implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 15;

  private final String bootstrap;
  private final Admin admin;

  /**
   * Does not connect yet.
   *
   * @param bootstrap {@code host:port}, several separated by commas
   * @param properties further client properties, such as credentials
   */
  public Brokers(String bootstrap, Map<String, String> properties) {
    this.bootstrap = bootstrap;
    Map<String, Object> all = new java.util.HashMap<>(properties);
    all.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000);
    all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000);
    try {
      this.admin = Admin.create(all);
    } catch (KafkaException e) {
      throw new EnvironmentFault("can't use Kafka at '" + bootstrap + "': " + root(e), e);
    }
  }

  /**
   * Creates the topics of a plan that are missing; leaves the others as they are.
   *
   * @return the names of those created
   * @throws EnvironmentFault if the broker can't be reached or refuses
   */
  public List<String> create(TopicPlan plan) {
    Set<String> present = await(admin.listTopics().names(), "list topics");
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
    return missing.stream().map(NewTopic::name).toList();
  }

  /**
   * How many partitions a topic has.
   *
   * @throws EnvironmentFault if the broker can't be reached or has no such topic
   */
  public int partitions(String topic) {
    return await(admin.describeTopics(List.of(topic)).allTopicNames(), "describe '" + topic + "'")
        .values()
        .iterator()
        .next()
        .partitions()
        .size();
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
            + "; check that it runs and that this machine may reach it",
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
    admin.close(java.time.Duration.ofSeconds(1));
  }
}
