/** Tests of the decision. */
@NullMarked
package io.kizashi.core;

import org.jspecify.annotations.NullMarked;
