/** Tests of arbitration. */
@NullMarked
package io.kizashi.core.arbitrate;

import org.jspecify.annotations.NullMarked;
