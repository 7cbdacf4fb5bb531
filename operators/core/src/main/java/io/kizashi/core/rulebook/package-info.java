/** From a rulebook's text to a plan that can be run: positions, checked CEL, bounds. */
@NullMarked
package io.kizashi.core.rulebook;

import org.jspecify.annotations.NullMarked;
