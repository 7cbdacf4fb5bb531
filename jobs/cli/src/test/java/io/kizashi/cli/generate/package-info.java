/** The generated population and its judge. */
@NullMarked
package io.kizashi.cli.generate;

import org.jspecify.annotations.NullMarked;
