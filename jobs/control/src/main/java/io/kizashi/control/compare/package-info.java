/**
 * What two rulebooks make of one stream: who is decided differently, and why.
 *
 * <p>More public types than five: a comparison and its two sides are values that a screen shows.
 *
 * <p>Door: {@link Compared}, {@link Contacts}, {@link Forecast}, {@link PublishedRulebook}, {@link
 * RulebookComparison}, {@link Side}, {@link Stretch}.
 */
@NullMarked
package io.kizashi.control.compare;

import org.jspecify.annotations.NullMarked;
