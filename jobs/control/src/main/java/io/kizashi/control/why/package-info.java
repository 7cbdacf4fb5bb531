/** Why something was said to a customer, or was not. */
@NullMarked
package io.kizashi.control.why;

import org.jspecify.annotations.NullMarked;
