/**
 * What is wrong with a draft, and what came of its own tests.
 *
 * <p>Door: {@link MutationReport}, {@link ProblemsJson}, {@link TestReport}.
 */
@NullMarked
package io.kizashi.control.check;

import org.jspecify.annotations.NullMarked;
