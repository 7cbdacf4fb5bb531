/**
 * Public holidays by law.
 *
 * <p>Door: {@link JapaneseHolidays}.
 */
@NullMarked
package io.kizashi.language.holiday;

import org.jspecify.annotations.NullMarked;
