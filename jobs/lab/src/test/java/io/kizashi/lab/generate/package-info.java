/** The generated population and its judge. */
@NullMarked
package io.kizashi.lab.generate;

import org.jspecify.annotations.NullMarked;
