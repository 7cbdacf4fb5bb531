/**
 * Whether a rulebook's tests would notice a slip: changes one thing of it at a time and asks them.
 *
 * <p>Door: {@link Mutants}, {@link Mutation}, {@link MutationScore}, {@link Story}, {@link
 * Survivor}.
 */
@NullMarked
package io.kizashi.language.mutation;

import org.jspecify.annotations.NullMarked;
