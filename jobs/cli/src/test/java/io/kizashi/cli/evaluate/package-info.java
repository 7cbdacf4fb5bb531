/** Tests of the evaluation of emotion. */
@NullMarked
package io.kizashi.cli.evaluate;

import org.jspecify.annotations.NullMarked;
