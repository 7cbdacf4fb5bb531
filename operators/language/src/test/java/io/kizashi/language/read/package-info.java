/** Tests of the readers: what they take, and every error to the letter. */
@NullMarked
package io.kizashi.language.read;

import org.jspecify.annotations.NullMarked;
