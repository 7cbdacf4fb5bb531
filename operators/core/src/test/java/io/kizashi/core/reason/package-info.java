/** Tests of reasons. */
@NullMarked
package io.kizashi.core.reason;

import org.jspecify.annotations.NullMarked;
