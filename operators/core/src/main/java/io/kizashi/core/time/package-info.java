/**
 * Arithmetic of times, and the calendar that business days go by.
 *
 * <p>Door: {@link BusinessCalendar}, {@link Durations}, {@link TimeValue}, {@link Times}, {@link
 * Zones}.
 */
@NullMarked
package io.kizashi.core.time;

import org.jspecify.annotations.NullMarked;
