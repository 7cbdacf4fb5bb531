/**
 * Stories in which the engine is killed: what stands in the end must not depend on it.
 *
 * <p>Door: {@link Restart}.
 */
@NullMarked
package io.kizashi.oracle.restart;

import org.jspecify.annotations.NullMarked;
