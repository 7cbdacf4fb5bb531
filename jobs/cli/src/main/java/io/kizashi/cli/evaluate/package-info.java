/** How well feeling is found in text, on data that people have labelled. */
@NullMarked
package io.kizashi.cli.evaluate;

import org.jspecify.annotations.NullMarked;
