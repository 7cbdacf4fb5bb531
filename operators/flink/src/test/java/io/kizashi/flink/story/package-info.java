/** What happens to a stage under test, step by step, and where random steps come from. */
@NullMarked
package io.kizashi.flink.story;

import org.jspecify.annotations.NullMarked;
