/** From a history to the moments that stand on it: pure functions of the retained touchpoints. */
@NullMarked
package io.kizashi.core.detect;

import org.jspecify.annotations.NullMarked;
