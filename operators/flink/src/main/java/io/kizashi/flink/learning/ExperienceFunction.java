package io.kizashi.flink.learning;

import io.kizashi.flink.Arrival;
import io.kizashi.schema.LearningBounds;
import io.kizashi.schema.Touchpoint;
import io.kizashi.text.Witness;
import io.kizashi.text.learning.Experience;
import io.kizashi.text.learning.Recent;
import io.kizashi.text.learning.Testimony;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Keyed by customer: remembers the words of a day, and gives an answer its words once nothing
 * before it is outstanding. What it gives out is timed by the answer.
 */
public final class ExperienceFunction extends KeyedProcessFunction<String, Arrival, Experience> {
  private static final long serialVersionUID = 1L;

  /** Forgetting waits for the full hour, so that a customer has few timers. */
  private static final long HOUR = 60 * 60_000L;

  /** What a customer said and answered lately; nothing if it is nothing. Bound by itself. */
  private transient ValueState<byte[]> recent;

  /** Starts without memory. */
  @SuppressWarnings("NullAway.Init") // open() sets the transient field
  public ExperienceFunction() {}

  @Override
  public void open(OpenContext context) {
    recent =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "recent", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
  }

  @Override
  public void processElement(Arrival arrival, Context context, Collector<Experience> out)
      throws Exception {
    Optional<Touchpoint> touchpoint = arrival.brings();
    if (touchpoint.isPresent()) {
      hear(touchpoint.get(), context.timerService());
    }
  }

  private void hear(Touchpoint touchpoint, TimerService timers) throws Exception {
    Testimony testimony = Witness.hear(touchpoint);
    if (!testimony.isEmpty()) {
      write(read().with(touchpoint.position(), testimony));
      long forgotten = touchpoint.time() + LearningBounds.WINDOW_MILLIS;
      timers.registerEventTimeTimer(Math.floorDiv(forgotten, HOUR) * HOUR + HOUR);
      if (testimony.answer().isPresent()) {
        timers.registerEventTimeTimer(touchpoint.time());
      }
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Experience> out)
      throws Exception {
    Recent.Due due = read().due(time);
    due.experiences().forEach(out::collect);
    write(due.rest().since(time - LearningBounds.WINDOW_MILLIS));
  }

  private Recent read() throws Exception {
    byte @Nullable [] known = recent.value();
    return known == null ? Recent.EMPTY : Recent.decode(known);
  }

  private void write(Recent next) throws Exception {
    if (next.isEmpty()) {
      recent.clear();
    } else {
      recent.update(next.encode());
    }
  }
}
