package io.kizashi.flink;

import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.Triggerable;

/** What wakes customers: event time alone, so that a replay wakes them as the live engine did. */
interface EventTimeTimers extends Triggerable<String, VoidNamespace> {
  @Override
  default void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("no timer of the wall clock is ever registered");
  }
}
