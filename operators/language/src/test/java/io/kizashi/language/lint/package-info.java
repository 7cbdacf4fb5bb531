/** Tests of what a compiler warns of. */
@NullMarked
package io.kizashi.language.lint;

import org.jspecify.annotations.NullMarked;
