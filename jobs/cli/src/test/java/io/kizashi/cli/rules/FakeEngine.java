package io.kizashi.cli.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kizashi.control.publish.RulebookWriter;
import io.kizashi.control.publish.Site;
import io.kizashi.local.kafka.Subscriber;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.OutputJson;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.RulebookRef;
import io.kizashi.schema.RulebookStatus;
import io.kizashi.schema.RulebookStatus.Word;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Answers publications as the engine is to answer them, by a few lines that anyone can read. */
final class FakeEngine implements AutoCloseable {
  private final int tasks;
  private final Kpis kpis;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final Subscriber rulebooks;
  private final RulebookWriter writer;
  private final Thread thread = new Thread(this::run, "fake-engine");
  private volatile Publication inForce;

  private FakeEngine(Site site, Publication first, int tasks, Kpis kpis) {
    this.kpis = kpis;
    this.tasks = tasks;
    this.inForce = first;
    this.rulebooks = Subscriber.fromStart(site.client(), site.topic(Site.RULEBOOKS));
    this.writer = new RulebookWriter(site);
  }

  /** What is counted once a publication is adopted, as records of the topic of KPIs. */
  interface Kpis {
    List<String> after(Publication adopted);
  }

  /** An engine that was submitted with a text, and says so. */
  static FakeEngine start(Site site, String name, String text, int tasks) {
    return start(site, name, text, tasks, adopted -> List.of());
  }

  static FakeEngine start(Site site, String name, String text, int tasks, Kpis kpis) {
    RulebookDocument document = new RulebookDocument("submitted.yaml", 1, text);
    FakeEngine engine = new FakeEngine(site, Publication.submitted(name, document), tasks, kpis);
    engine.answer(engine.inForce, Word.ADOPTED, List.of());
    engine.thread.start();
    return engine;
  }

  long version() {
    return inForce.version();
  }

  private void run() {
    while (open.get()) {
      for (ConsumerRecord<byte[], byte[]> record : rulebooks.poll(Duration.ofMillis(20))) {
        Optional.ofNullable(record.value())
            .flatMap(bytes -> ControlJson.publication(bytes, record.offset()))
            .filter(heard -> heard.name().equals(inForce.name()))
            .ifPresent(this::hear);
      }
    }
  }

  private void hear(Publication heard) {
    boolean same = heard.document().equals(inForce.document());
    if (heard.version() < inForce.version()) {
      answer(heard, Word.OUTDATED, List.of("version " + inForce.version() + " is in force\n"));
    } else if (heard.version() == inForce.version()) {
      answer(heard, same ? Word.ADOPTED : Word.CONFLICT, same ? List.of() : List.of("taken\n"));
    } else if (heard.document().text().contains("refuse-me")) {
      answer(heard, Word.BROKEN, List.of("r.yaml:1:1: error: not here [refused]\n"));
    } else {
      inForce = heard;
      answer(heard, Word.ADOPTED, List.of());
      for (String kpi : kpis.after(heard)) {
        writer.write(Site.KPIS, "", kpi.getBytes(UTF_8));
      }
    }
  }

  private void answer(Publication publication, Word word, List<String> problems) {
    RulebookDocument document = publication.document();
    RulebookRef ref = new RulebookRef(publication.name(), document.version(), document.hash());
    for (int task = 0; task < tasks; task++) {
      RulebookStatus status =
          new RulebookStatus(
              document.file(), ref, publication.percent(), word, problems, task, tasks);
      writer.write(Site.STATUSES, publication.name(), OutputJson.encode(status));
    }
  }

  @Override
  public void close() {
    open.set(false);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    rulebooks.close();
    writer.close();
  }
}
