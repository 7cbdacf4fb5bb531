/** Tests of the files that make up a rulebook. */
@NullMarked
package io.kizashi.language.library;

import org.jspecify.annotations.NullMarked;
