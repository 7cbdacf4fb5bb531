/**
 * What the answers to surveys teach about words: counts and sums by epoch, from which small shifts
 * follow. Pure and bounded; knows no language.
 *
 * <p>Door: {@link Experience}, {@link Learner}, {@link Recent}, {@link Shelf}, {@link Testimony}.
 */
@NullMarked
package io.kizashi.text.learning;

import org.jspecify.annotations.NullMarked;
