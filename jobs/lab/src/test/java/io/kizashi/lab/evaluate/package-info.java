/** Tests of the evaluation of emotion. */
@NullMarked
package io.kizashi.lab.evaluate;

import org.jspecify.annotations.NullMarked;
