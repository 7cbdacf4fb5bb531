/**
 * The stages that learn from answers to surveys what words mean. They know of {@code
 * io.kizashi.text} only what learns; what is learned is said there.
 *
 * <p>Door: {@link ExperienceFunction}, {@link LexiconOperator}.
 */
@NullMarked
package io.kizashi.flink.learning;

import org.jspecify.annotations.NullMarked;
