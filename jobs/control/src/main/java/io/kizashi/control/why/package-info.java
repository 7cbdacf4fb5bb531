/**
 * Why something was said to a customer, or was not.
 *
 * <p>Door: {@link Why}, {@link WhyPrinter}.
 */
@NullMarked
package io.kizashi.control.why;

import org.jspecify.annotations.NullMarked;
