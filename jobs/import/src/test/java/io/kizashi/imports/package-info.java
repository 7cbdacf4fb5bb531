/** Tests of {@code kizashi import}. */
@NullMarked
package io.kizashi.imports;

import org.jspecify.annotations.NullMarked;
