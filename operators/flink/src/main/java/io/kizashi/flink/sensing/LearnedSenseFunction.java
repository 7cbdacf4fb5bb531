package io.kizashi.flink.sensing;

import io.kizashi.flink.Arrival;
import io.kizashi.flink.RawRecord;
import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.LearnedLexiconJson;
import io.kizashi.schema.LearningBounds;
import io.kizashi.text.Senses;
import io.kizashi.text.learning.Shelf;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Gives touchpoints the emotion that their words and survey answers tell, by the lexicon that
 * counts at their time. Its second input is the loop, broadcast: what is no lexicon there is
 * another's.
 */
public final class LearnedSenseFunction
    extends BroadcastProcessFunction<Arrival, RawRecord, Arrival> {
  /** The lexicons of the shelf as records of the loop, by epoch; as many as the shelf holds. */
  public static final MapStateDescriptor<Long, byte[]> LEXICONS =
      new MapStateDescriptor<>(
          "lexicons", Types.LONG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private static final long serialVersionUID = 1L;

  /** At a restore no time is proven yet: of too many lexicons the oldest goes. */
  private static final long UNPROVEN = Long.MIN_VALUE;

  private final LexiconSource soFar;
  private transient Senses senses;
  private transient List<LearnedLexicon> read;
  private transient Optional<Shelf> shelf;

  /**
   * Starts with what its state holds.
   *
   * @param soFar what the loop holds, so that no touchpoint is read by an older lexicon because the
   *     input that brings the newer one is slower
   */
  @SuppressWarnings("NullAway.Init") // open() sets the transient fields
  public LearnedSenseFunction(LexiconSource soFar) {
    this.soFar = soFar;
  }

  @Override
  public void open(OpenContext context) throws IOException {
    Counter unscored = getRuntimeContext().getMetricGroup().counter(SenseMetrics.UNSCORED);
    senses = Senses.find(unscored::inc);
    read = soFar.read();
    shelf = Optional.empty();
  }

  @Override
  public void processElement(Arrival arrival, ReadOnlyContext context, Collector<Arrival> out)
      throws Exception {
    Shelf known = shelf(context.getBroadcastState(LEXICONS));
    out.collect(arrival.with(touchpoint -> senses.fill(touchpoint, known.at(touchpoint.time()))));
  }

  @Override
  public void processBroadcastElement(RawRecord record, Context context, Collector<Arrival> out)
      throws Exception {
    Optional<LearnedLexicon> heard = LearnedLexiconJson.decode(record.value());
    if (heard.isPresent()) {
      BroadcastState<Long, byte[]> state = context.getBroadcastState(LEXICONS);
      Shelf known = shelf(state);
      known.put(heard.get(), context.currentWatermark());
      keep(known, heard.get(), state);
    }
  }

  private static void keep(Shelf shelf, LearnedLexicon heard, BroadcastState<Long, byte[]> state)
      throws Exception {
    state.put(heard.epoch(), LearnedLexiconJson.encode(heard));
    Set<Long> kept = new HashSet<>();
    shelf.all().forEach(lexicon -> kept.add(lexicon.epoch()));
    Set<Long> gone = new HashSet<>();
    state.immutableEntries().forEach(entry -> gone.add(entry.getKey()));
    gone.removeAll(kept);
    for (long epoch : gone) {
      state.remove(epoch);
    }
  }

  /** State can't be read before there is something to do. */
  private Shelf shelf(ReadOnlyBroadcastState<Long, byte[]> state) throws Exception {
    if (shelf.isEmpty()) {
      Shelf restored = Shelf.of(LearningBounds.LEXICONS);
      for (Map.Entry<Long, byte[]> entry : state.immutableEntries()) {
        LearnedLexiconJson.decode(entry.getValue())
            .ifPresent(lexicon -> restored.put(lexicon, UNPROVEN));
      }
      read.forEach(lexicon -> restored.put(lexicon, UNPROVEN));
      shelf = Optional.of(restored);
    }
    return shelf.get();
  }
}
