/**
 * What the tests of every module share: where random cases begin, and what tests take.
 *
 * <p>Door: {@link SeededProperties}, {@link Seeds}, {@link TestCosts}.
 */
@NullMarked
package io.kizashi.testing;

import org.jspecify.annotations.NullMarked;
