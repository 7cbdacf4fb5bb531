/** What a replay writes: sorted, complete, and the same bytes at any parallelism. */
@NullMarked
package io.kizashi.local.replay;

import org.jspecify.annotations.NullMarked;
