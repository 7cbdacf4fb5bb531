/**
 * Checked expressions as nested functions: what rules ask most is answered without the interpreter,
 * which costs ten times as much. The interpreter stays the judge: what a closure can't answer with
 * certainty, it is asked.
 *
 * <p>Door: {@link Closure}, {@link Lengths}, {@link Years}.
 */
@NullMarked
package io.kizashi.language.closure;

import org.jspecify.annotations.NullMarked;
