/** Tests of the tests that rulebooks carry. */
@NullMarked
package io.kizashi.language.rehearsal;

import org.jspecify.annotations.NullMarked;
