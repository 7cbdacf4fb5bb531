package io.kizashi.control.publish;

import io.kizashi.language.yaml.Nearest;
import io.kizashi.local.kafka.Subscriber;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Publication;
import io.kizashi.terminal.InputFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What was published, and what the engine said of it, read from the topics. */
public final class RulebookTopic implements AutoCloseable {
  private final Subscriber publications;
  private final Subscriber statuses;
  private final List<HistoryEntry> entries = new ArrayList<>();
  private final List<TaskAnswer> answers = new ArrayList<>();
  private long strange;

  /**
   * Reads all that the topics hold now.
   *
   * @throws io.kizashi.terminal.EnvironmentFault if the broker or a topic is not there
   */
  public RulebookTopic(Site site) {
    site.require(Site.RULEBOOKS, Site.STATUSES);
    this.publications = Subscriber.fromStart(site.client(), site.topic(Site.RULEBOOKS));
    this.statuses = Subscriber.fromStart(site.client(), site.topic(Site.STATUSES));
    refresh();
  }

  /** Reads what has come since. */
  public void refresh() {
    publications.readToEnd(this::publication);
    statuses.readToEnd(this::status);
  }

  /** Waits a while for answers. */
  void listen(Duration patience) {
    statuses.poll(patience).forEach(this::status);
  }

  private void publication(ConsumerRecord<byte[], byte[]> record) {
    Optional<Publication> publication =
        Optional.ofNullable(record.value())
            .flatMap(bytes -> ControlJson.publication(bytes, record.offset()));
    publication.ifPresentOrElse(
        known -> entries.add(new HistoryEntry(known, record.timestamp())), () -> strange++);
  }

  private void status(ConsumerRecord<byte[], byte[]> record) {
    Optional<TaskAnswer> answer =
        Optional.ofNullable(record.value())
            .flatMap(bytes -> TaskAnswer.read(bytes, record.timestamp()));
    answer.ifPresentOrElse(answers::add, () -> strange++);
  }

  /** The names of all rulebooks that were published or answered for. */
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    entries.forEach(entry -> names.add(entry.publication().name()));
    answers.forEach(answer -> names.add(answer.name()));
    names.remove("");
    return names;
  }

  /**
   * The rulebooks that a person asks for.
   *
   * @param name of one; empty for all
   * @throws InputFault if nothing is known of it
   */
  public List<PublishedHistory> books(Optional<String> name) {
    SortedSet<String> names = names();
    if (name.isPresent() && !names.contains(name.get())) {
      throw new InputFault(
          "no rulebook '"
              + name.get()
              + "' was published or answered for; "
              + (names.isEmpty() ? "there is none at all" : Nearest.hint(name.get(), names)));
    }
    return name.map(List::of).orElseGet(() -> List.copyOf(names)).stream().map(this::book).toList();
  }

  /** What is known of a rulebook; empty lists where nothing is. */
  public PublishedHistory book(String name) {
    return new PublishedHistory(
        name,
        entries.stream().filter(entry -> entry.publication().name().equals(name)).toList(),
        answers.stream().filter(answer -> answer.name().equals(name)).toList());
  }

  /** Records that are neither publications nor answers; they were skipped. */
  public long strange() {
    return strange;
  }

  @Override
  public void close() {
    publications.close();
    statuses.close();
  }
}
