/** Tests of the shell, on Flink's operator harness. */
@NullMarked
package io.kizashi.flink;

import org.jspecify.annotations.NullMarked;
