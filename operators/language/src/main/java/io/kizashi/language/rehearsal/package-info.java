/** Runs the tests that a rulebook carries, on the engine itself: state, decisions, event time. */
@NullMarked
package io.kizashi.language.rehearsal;

import org.jspecify.annotations.NullMarked;
