/** Tests of scoring feeling in text. */
@NullMarked
package io.kizashi.text;

import org.jspecify.annotations.NullMarked;
