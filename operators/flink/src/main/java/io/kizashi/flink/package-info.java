/**
 * The shell around the verbs: keyed state, timers, side outputs and counters of Flink. It acts on
 * what the core says and holds no rule of its own.
 *
 * <p>Public for the wiring are the two operators, what flows between them ({@link
 * io.kizashi.flink.RawRecord}, {@link io.kizashi.flink.Arrival}, {@link
 * io.kizashi.flink.OutputRecord}, with their types in {@link io.kizashi.flink.Streams}) and what
 * they count. Serializers and their snapshots are public because Flink makes them by name, and
 * stand here because savepoints name the snapshots in this package. The rooms behind the operators
 * are {@code control}, {@code customers}, {@code inquiry} and {@code kpi}; those beside them are
 * {@code sensing} and {@code learning}.
 *
 * <p>More public types than five: Flink finds serializers and their snapshots by name, and the
 * wiring joins operators by what flows between them.
 *
 * <p>Door: {@link Arrival}, {@link ArrivalSerializer}, {@link ControlRecordSerializer}, {@link
 * ControlSerializer}, {@link ControlSerializerSnapshot}, {@link Count}, {@link
 * CustomerStateSerializer}, {@link CustomerStateSerializerSnapshot}, {@link DecodeOperator}, {@link
 * MemorySerializerSnapshot}, {@link OutputRecord}, {@link PersonsOperator}, {@link RawRecord},
 * {@link Streams}.
 */
@NullMarked
package io.kizashi.flink;

import org.jspecify.annotations.NullMarked;
