/** What two rulebooks make of one stream: who is decided differently, and why. */
@NullMarked
package io.kizashi.control.compare;

import org.jspecify.annotations.NullMarked;
