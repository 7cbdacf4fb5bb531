/** How well feeling is found in text, on data that people have labelled. */
@NullMarked
package io.kizashi.lab.evaluate;

import org.jspecify.annotations.NullMarked;
