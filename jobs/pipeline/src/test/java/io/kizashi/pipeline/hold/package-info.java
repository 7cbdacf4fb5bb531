/** When reading waits, and when it goes on. */
@NullMarked
package io.kizashi.pipeline.hold;

import org.jspecify.annotations.NullMarked;
