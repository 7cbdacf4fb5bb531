/** Tests of whom tasks are for. */
@NullMarked
package io.kizashi.core.recipient;

import org.jspecify.annotations.NullMarked;
