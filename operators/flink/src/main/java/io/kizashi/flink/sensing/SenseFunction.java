package io.kizashi.flink.sensing;

import io.kizashi.flink.Arrival;
import io.kizashi.text.Senses;
import io.kizashi.text.learning.Shelf;
import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.metrics.Counter;

/**
 * Gives touchpoints the emotion that their words and survey answers tell, by the lexicons as they
 * are, or by learned ones that are given. Keeps no state.
 */
public final class SenseFunction extends RichMapFunction<Arrival, Arrival> {
  private static final long serialVersionUID = 1L;

  private final LexiconSource learned;
  private transient Senses senses;
  private transient Shelf shelf;

  /** By the lexicons of a source. */
  @SuppressWarnings("NullAway.Init") // open() sets the transient fields
  public SenseFunction(LexiconSource learned) {
    this.learned = learned;
  }

  @Override
  public void open(OpenContext context) throws IOException {
    Counter unscored = getRuntimeContext().getMetricGroup().counter(SenseMetrics.UNSCORED);
    senses = Senses.find(unscored::inc);
    shelf = Shelf.unbounded();
    learned.read().forEach(lexicon -> shelf.put(lexicon, 0));
  }

  @Override
  public Arrival map(Arrival arrival) {
    return arrival.with(touchpoint -> senses.fill(touchpoint, shelf.at(touchpoint.time())));
  }
}
