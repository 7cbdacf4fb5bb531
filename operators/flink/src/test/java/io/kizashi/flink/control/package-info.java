/** Tests of how a task follows what is published. */
@NullMarked
package io.kizashi.flink.control;

import org.jspecify.annotations.NullMarked;
