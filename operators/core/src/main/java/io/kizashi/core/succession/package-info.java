/** Which rules are in force, for whom, and from when on. */
@NullMarked
package io.kizashi.core.succession;

import org.jspecify.annotations.NullMarked;
