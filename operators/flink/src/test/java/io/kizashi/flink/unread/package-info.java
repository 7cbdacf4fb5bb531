/** Tests of what is counted as unread. */
@NullMarked
package io.kizashi.flink.unread;

import org.jspecify.annotations.NullMarked;
