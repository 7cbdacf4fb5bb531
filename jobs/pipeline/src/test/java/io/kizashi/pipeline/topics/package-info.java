/** Tests of what is wrong with topics. */
@NullMarked
package io.kizashi.pipeline.topics;

import org.jspecify.annotations.NullMarked;
