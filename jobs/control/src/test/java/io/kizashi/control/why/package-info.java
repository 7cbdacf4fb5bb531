/** Tests of what is told of a customer. */
@NullMarked
package io.kizashi.control.why;

import org.jspecify.annotations.NullMarked;
