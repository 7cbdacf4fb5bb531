/**
 * What is wrong with a rulebook, told in the language of its author.
 *
 * <p>Door: {@link ProblemText}.
 */
@NullMarked
package io.kizashi.language.told;

import org.jspecify.annotations.NullMarked;
