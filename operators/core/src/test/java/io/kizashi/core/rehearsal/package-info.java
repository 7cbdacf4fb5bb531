/** Tests of the tests that rulebooks carry. */
@NullMarked
package io.kizashi.core.rehearsal;

import org.jspecify.annotations.NullMarked;
