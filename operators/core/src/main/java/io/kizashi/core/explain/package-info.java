/** Says in people's words what a rulebook does. */
@NullMarked
package io.kizashi.core.explain;

import org.jspecify.annotations.NullMarked;
