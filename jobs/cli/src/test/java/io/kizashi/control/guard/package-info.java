/** Tests of a guarded roll-out that need the figures of a made-up engine. */
@NullMarked
package io.kizashi.control.guard;

import org.jspecify.annotations.NullMarked;
