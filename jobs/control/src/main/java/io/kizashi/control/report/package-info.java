/**
 * What came of a publication, a pause or a roll-back, for people and for programs.
 *
 * <p>Door: {@link HistoryReport}, {@link PauseReport}, {@link ResultJson}, {@link ResultText},
 * {@link StatusReport}.
 */
@NullMarked
package io.kizashi.control.report;

import org.jspecify.annotations.NullMarked;
