/** What the engine decides, held against the naive model of policies. */
@NullMarked
package io.kizashi.oracle.decisions;

import org.jspecify.annotations.NullMarked;
