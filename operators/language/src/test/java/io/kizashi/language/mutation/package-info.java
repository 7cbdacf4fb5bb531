/** Tests of the changes that ask a rulebook's tests. */
@NullMarked
package io.kizashi.language.mutation;

import org.jspecify.annotations.NullMarked;
