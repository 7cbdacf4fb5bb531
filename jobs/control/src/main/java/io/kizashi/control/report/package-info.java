/** What came of a publication, a pause or a roll-back, for people and for programs. */
@NullMarked
package io.kizashi.control.report;

import org.jspecify.annotations.NullMarked;
