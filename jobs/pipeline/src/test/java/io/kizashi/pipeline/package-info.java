/** Tests of the wiring. */
@NullMarked
package io.kizashi.pipeline;

import org.jspecify.annotations.NullMarked;
