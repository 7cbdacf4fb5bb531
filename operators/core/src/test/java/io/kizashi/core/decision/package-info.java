/** Words and briefings for one customer. */
@NullMarked
package io.kizashi.core.decision;

import org.jspecify.annotations.NullMarked;
