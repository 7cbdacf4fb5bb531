/** Which rules are in force, for whom, and from when on. */
@NullMarked
package io.kizashi.core.inforce;

import org.jspecify.annotations.NullMarked;
