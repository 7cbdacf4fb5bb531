/** Tests of what all tests share. */
@NullMarked
package io.kizashi.testing;

import org.jspecify.annotations.NullMarked;
