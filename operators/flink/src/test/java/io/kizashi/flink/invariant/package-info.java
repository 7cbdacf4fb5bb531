/**
 * What holds of the engine whatever happens to it, each in a class of its own. They look at values
 * only, so that harnesses, models and drills can ask them all.
 */
@NullMarked
package io.kizashi.flink.invariant;

import org.jspecify.annotations.NullMarked;
