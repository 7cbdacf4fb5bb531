package io.kizashi.pipeline;

import io.kizashi.flink.Arrived;
import io.kizashi.schema.Touchpoint;
import io.kizashi.text.Senses;
import io.kizashi.text.learning.Shelf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.metrics.Counter;

/**
 * Gives touchpoints the emotion that their words and survey answers tell, by the lexicons as they
 * are, or by learned ones that are given. Keeps no state.
 */
final class SenseFunction extends RichMapFunction<Arrived, Arrived> {
  private static final long serialVersionUID = 1L;

  /** Metric: texts at which a scorer of the company's failed. */
  private static final String UNSCORED = "unscored";

  /** Name of the file with learned lexicons; empty for none. */
  private final String learned;

  private transient Senses senses;
  private transient Shelf shelf;

  @SuppressWarnings("NullAway.Init") // open() sets the transient fields
  SenseFunction(Optional<Path> learned) {
    this.learned = learned.map(file -> file.toAbsolutePath().toString()).orElse("");
  }

  @Override
  public void open(OpenContext context) throws IOException {
    Counter unscored = getRuntimeContext().getMetricGroup().counter(UNSCORED);
    senses = Senses.find(unscored::inc);
    shelf = Shelf.unbounded();
    if (!learned.isEmpty()) {
      LearnedFile.read(Path.of(learned)).forEach(lexicon -> shelf.put(lexicon, 0));
    }
  }

  @Override
  public Arrived map(Arrived arrived) {
    Touchpoint touchpoint = arrived.touchpoint();
    return new Arrived(arrived.origin(), senses.fill(touchpoint, shelf.at(touchpoint.time())));
  }
}
