package io.kizashi.pipeline;

import io.kizashi.flink.Arrived;
import io.kizashi.schema.Touchpoint;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.metrics.Counter;

/** Gives touchpoints the emotion that their words and survey answers tell. Keeps no state. */
final class SenseFunction extends RichMapFunction<Arrived, Arrived> {
  private static final long serialVersionUID = 1L;

  /** Metric: texts at which a scorer of the company's failed. */
  private static final String UNSCORED = "unscored";

  private transient UnaryOperator<Touchpoint> senses;

  @SuppressWarnings("NullAway.Init") // open() sets the transient field
  SenseFunction() {}

  @Override
  public void open(OpenContext context) {
    Counter unscored = getRuntimeContext().getMetricGroup().counter(UNSCORED);
    senses = Sensing.ON.senses(unscored::inc);
  }

  @Override
  public Arrived map(Arrived arrived) {
    return new Arrived(arrived.origin(), senses.apply(arrived.touchpoint()));
  }
}
