/**
 * What the tests of every module share: where random cases begin, and what tests take.
 *
 * <p>Door: {@link Seeds}, {@link SeededProperties}, {@link TestCosts}. The first is asked by tests,
 * the others are found by what runs them.
 */
@NullMarked
package io.kizashi.testing;

import org.jspecify.annotations.NullMarked;
