/** Rule authors' expressions: CEL, checked when compiled, bounded when run. */
@NullMarked
package io.kizashi.core.expression;

import org.jspecify.annotations.NullMarked;
