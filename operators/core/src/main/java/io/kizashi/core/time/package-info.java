/**
 * Arithmetic of times, and the calendar that business days go by.
 *
 * <p>Door: {@link BusinessCalendar}, {@link DateRange}, {@link Durations}, {@link TimeValue},
 * {@link Times}, {@link Zones}.
 *
 * <p>More public types than five: each is arithmetic of another thing, a day, a length, a point, a
 * zone, and none of them stands on what the others keep.
 */
@NullMarked
package io.kizashi.core.time;

import org.jspecify.annotations.NullMarked;
