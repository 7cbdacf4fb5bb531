/**
 * Holds what the engine decides against a naive model of policies, on random rulebooks and streams:
 * who may be told what, where and when; whatever arrives late, no cap, consent, guard or quiet hour
 * is ever disregarded.
 *
 * <p>More files than twenty-five: a model, what it models and what draws it are read side by side.
 *
 * <p>Door: {@link PolicyCheck}.
 */
@NullMarked
package io.kizashi.oracle.decisions;

import org.jspecify.annotations.NullMarked;
