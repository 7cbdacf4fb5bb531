/** Tests of learning, with random answers and a printed seed. */
@NullMarked
package io.kizashi.text.learning;

import org.jspecify.annotations.NullMarked;
