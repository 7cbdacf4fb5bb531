/** Arithmetic of times, and the calendar that business days go by. */
@NullMarked
package io.kizashi.core.time;

import org.jspecify.annotations.NullMarked;
