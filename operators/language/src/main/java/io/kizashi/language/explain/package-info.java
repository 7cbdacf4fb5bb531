/** Says in people's words what a rulebook does. */
@NullMarked
package io.kizashi.language.explain;

import org.jspecify.annotations.NullMarked;
