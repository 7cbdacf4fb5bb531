/**
 * Runs the tests that a rulebook carries, on the engine itself: state, decisions, event time.
 *
 * <p>Door: {@link Episode}, {@link Happening}, {@link Recall}, {@link Result}, {@link
 * RulebookTests}.
 */
@NullMarked
package io.kizashi.language.rehearsal;

import org.jspecify.annotations.NullMarked;
