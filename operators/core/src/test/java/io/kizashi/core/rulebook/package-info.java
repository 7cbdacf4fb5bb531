/** Tests of the compiler. */
@NullMarked
package io.kizashi.core.rulebook;

import org.jspecify.annotations.NullMarked;
