/** Tests of times. */
@NullMarked
package io.kizashi.core.time;

import org.jspecify.annotations.NullMarked;
