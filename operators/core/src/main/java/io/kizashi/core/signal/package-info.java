/** Named values of a customer: what they add up to at any place of the history. */
@NullMarked
package io.kizashi.core.signal;

import org.jspecify.annotations.NullMarked;
