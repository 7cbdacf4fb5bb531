/** The stages that learn from surveys what words mean, and the one that goes by it. */
@NullMarked
package io.kizashi.pipeline.learning;

import org.jspecify.annotations.NullMarked;
