/** The commands of {@code kizashi}, one class each. */
@NullMarked
package io.kizashi.cli;

import org.jspecify.annotations.NullMarked;
