/** Tests of {@code kizashi import}. */
@NullMarked
package io.kizashi.cli.imports;

import org.jspecify.annotations.NullMarked;
