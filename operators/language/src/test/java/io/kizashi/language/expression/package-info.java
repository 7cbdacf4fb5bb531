/** Tests of what expressions make of data. */
@NullMarked
package io.kizashi.language.expression;

import org.jspecify.annotations.NullMarked;
