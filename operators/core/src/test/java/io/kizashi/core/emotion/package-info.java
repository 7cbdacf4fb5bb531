/** Tests of what is told of emotions. */
@NullMarked
package io.kizashi.core.emotion;

import org.jspecify.annotations.NullMarked;
