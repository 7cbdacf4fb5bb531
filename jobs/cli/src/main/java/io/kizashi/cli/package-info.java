/**
 * The commands of {@code kizashi}, one class each.
 *
 * <p>Door: {@link Kizashi}.
 */
@NullMarked
package io.kizashi.cli;

import org.jspecify.annotations.NullMarked;
