/**
 * The stage that gives touchpoints the emotion that their words tell, with lexicons that stand in a
 * file or with those that the engine learns. Keeps nothing of any customer.
 *
 * <p>Door: {@link LearnedSenseFunction}, {@link LexiconSource}, {@link SenseFunction}.
 */
@NullMarked
package io.kizashi.flink.sensing;

import org.jspecify.annotations.NullMarked;
