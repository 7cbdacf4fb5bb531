/**
 * The shell around the verbs: keyed state, timers, side outputs and counters of Flink. It acts on
 * what the core says and holds no rule of its own.
 */
@NullMarked
package io.kizashi.flink;

import org.jspecify.annotations.NullMarked;
