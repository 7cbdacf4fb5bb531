/** Publishing a recorded stream as if it happened now. */
@NullMarked
package io.kizashi.local.feed;

import org.jspecify.annotations.NullMarked;
