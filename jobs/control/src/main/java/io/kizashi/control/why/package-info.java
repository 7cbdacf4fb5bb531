/**
 * Why something was said to a customer, or was not: of a recording, and of a running engine.
 *
 * <p>Door: {@link ReplyPrinter}, {@link Why}, {@link WhyPrinter}.
 */
@NullMarked
package io.kizashi.control.why;

import org.jspecify.annotations.NullMarked;
