package io.kizashi.flink.recall;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import org.apache.flink.util.function.ThrowingConsumer;

/** What the engine has written, to be read again after a restart; travels with the job. */
@FunctionalInterface
public interface SaidLog extends Serializable {
  /** Nobody reads what is written, or it begins anew with every start. */
  SaidLog NONE = () -> Tail.NOTHING;

  /**
   * Begins to follow where the outputs end.
   *
   * @throws IOException if they can't be asked
   */
  Tail open() throws IOException;

  /** The outputs' ends, by topic and partition. */
  interface Tail extends AutoCloseable {
    /** There is none. */
    Tail NOTHING =
        new Tail() {
          @Override
          public Map<String, Long> ends() {
            return Map.of();
          }

          @Override
          public <E extends Exception> Map<String, Long> read(
              Map<String, Long> from, ThrowingConsumer<SaidRecord, E> to) {
            return Map.of();
          }

          @Override
          public void close() {
            // Holds nothing.
          }
        };

    /**
     * Where the outputs ended when that was asked last, which is a second ago at most while the
     * broker answers. Does not wait. Whatever is written later lies behind.
     */
    Map<String, Long> ends();

    /**
     * Gives out what lies behind some places, each partition in its order, up to where the outputs
     * end now. Of a place that is gone the next that is there counts.
     *
     * @return where they ended
     */
    <E extends Exception> Map<String, Long> read(
        Map<String, Long> from, ThrowingConsumer<SaidRecord, E> to) throws IOException, E;

    @Override
    void close();
  }
}
